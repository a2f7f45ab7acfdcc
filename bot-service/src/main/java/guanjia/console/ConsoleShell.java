package guanjia.console;

import guanjia.directory.Language;
import guanjia.staff.StaffMember;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What every page of staff needs around its own content: words, language switch, who is signed in, the token its posts carry. */
final class ConsoleShell {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One choice of the language switch. */
    record Choice(String tag, String label, boolean current) {}

    private ConsoleShell() {}

    /** Prepares a page for who is signed in. @return its words */
    static ConsoleWords open(ServerWebExchange exchange, Model model, StaffMember staff) {
        ConsoleWords words = open(exchange, model);
        model.addAttribute("staff", staff);
        model.addAttribute("role", words.say("role." + staff.role().name()));
        return words;
    }

    /** Prepares a page for nobody in particular. @return its words */
    static ConsoleWords open(ServerWebExchange exchange, Model model) {
        ConsoleWords words = ConsoleLanguage.of(exchange);
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        model.addAttribute("csrf", token);
        model.addAttribute("w", words);
        model.addAttribute("languages", choices(words.language()));
        model.addAttribute("scriptWords", JSON.writeValueAsString(words.all("script.")));
        return words;
    }

    private static List<Choice> choices(Language current) {
        return List.of(
                choice(Language.ZH_HANS, "简体中文", current),
                choice(Language.ZH_HANT, "繁體中文", current),
                choice(Language.EN, "English", current));
    }

    private static Choice choice(Language language, String label, Language current) {
        return new Choice(language.tag(), label, language == current);
    }
}
