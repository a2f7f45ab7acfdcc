package guanjia.inbound;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.Greetings;
import guanjia.directory.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/** The page residents chat on. The words come with it; the lines come by {@link ChatEvents}. */
@Controller
@OnBotRole
final class ChatPage {
    private static final Duration REMEMBERED = Duration.ofDays(180);

    /** Estates are told apart by colour; chat.css has so many. */
    private static final int TINTS = 6;

    /** One choice of the language switch. */
    record Choice(String tag, String label, String shortLabel, boolean current) {}

    private final Estates estates;
    private final InboundWords words;
    private final ChatVisitors visitors;
    private final Clock clock;
    private final PublicUrl publicUrl;
    private final JsonMapper json = new JsonMapper();

    /** @param clock business time, for the greeting @param publicUrl where it is https, the cookie stays there */
    ChatPage(Estates estates, InboundWords words, ChatVisitors visitors, Clock clock, PublicUrl publicUrl) {
        this.estates = estates;
        this.words = words;
        this.visitors = visitors;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/chat")
    String page(
            ServerWebExchange exchange,
            @RequestParam(name = "estate", required = false) @Nullable String estate,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            Model model) {
        Language language = ChatLanguage.of(exchange.getRequest(), lang);
        Optional<Estate> known =
                Optional.ofNullable(estate).flatMap(EstateCode::parse).flatMap(estates::find);
        remember(exchange, Optional.ofNullable(lang).flatMap(Language::of));
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        describe(model, known, language);
        model.addAttribute("lang", language.tag());
        model.addAttribute("languages", choices(language));
        model.addAttribute("w", words(language, "page", known));
        model.addAttribute("words", json.writeValueAsString(words(language, "chat", known)));
        return "inbound/chat";
    }

    /** What is said otherwise in an office tower takes the place of what is said at home. */
    private Map<String, String> words(Language language, String group, Optional<Estate> estate) {
        Map<String, String> all = words.all(language, group + ".");
        if (estate.filter(found -> found.kind() == Estate.Kind.OFFICE).isPresent()) {
            all.putAll(words.all(language, group + "-office."));
        }
        return all;
    }

    private void describe(Model model, Optional<Estate> estate, Language language) {
        String code = estate.map(found -> found.code().value()).orElse("");
        String name = estate.map(found -> inScript(found.name(), language)).orElse("");
        model.addAttribute("estate", code);
        model.addAttribute("tint", Math.floorMod(code.hashCode(), TINTS));
        model.addAttribute("name", name);
        model.addAttribute("initial", name.isEmpty() ? "管" : name.substring(0, name.offsetByCodePoints(0, 1)));
        model.addAttribute(
                "greeting",
                estate.map(found -> Greetings.hello(found, clock.instant(), language))
                        .orElse(""));
        model.addAttribute(
                "hotline", estate.map(found -> found.phones().hotline()).orElse(""));
        model.addAttribute(
                "emergency",
                estate.map(found -> found.phones().emergencyHotline()).orElse(""));
    }

    /** Names are written in simplified characters; readers of traditional ones get those. */
    private static String inScript(String name, Language language) {
        return language == Language.ZH_HANT ? ZhConverterUtil.toTraditional(name) : name;
    }

    private void remember(ServerWebExchange exchange, Optional<Language> switched) {
        if (ChatVisitor.of(exchange.getRequest().getCookies()).isEmpty()) {
            exchange.getResponse()
                    .addCookie(cookie(ChatVisitor.COOKIE, visitors.fresh().token()));
        }
        switched.ifPresent(language -> exchange.getResponse().addCookie(cookie(ChatLanguage.COOKIE, language.tag())));
    }

    private ResponseCookie cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(publicUrl.isHttps())
                .sameSite("Lax")
                .path("/")
                .maxAge(REMEMBERED)
                .build();
    }

    private static List<Choice> choices(Language current) {
        return List.of(
                choice(Language.ZH_HANS, "简体中文", "简", current),
                choice(Language.ZH_HANT, "繁體中文", "繁", current),
                choice(Language.EN, "English", "EN", current));
    }

    private static Choice choice(Language language, String label, String shortLabel, Language current) {
        return new Choice(language.tag(), label, shortLabel, language == current);
    }
}
