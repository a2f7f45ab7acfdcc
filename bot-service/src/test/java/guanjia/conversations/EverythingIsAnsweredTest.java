package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import guanjia.delivery.Button;
import guanjia.delivery.ChannelKind;
import guanjia.delivery.Content;
import guanjia.directory.Language;
import guanjia.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a resident sends in whatever state, there is an answer, in one language, that a person could have written. */
class EverythingIsAnsweredTest {
    private static final int WALKS = 4;
    /** Fewer than the flood protection lets through. */
    private static final int STEPS = 24;

    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "[{}]|\\bnull\\b|Exception|java\\.|Optional|\\b(dialogue|person|answer|estate|smalltalk|unclear"
                    + "|emergency|rehearsal|flow|line|language)\\.[a-z]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final StaffMember CLERK = StaffMember.ofToken("desk");

    private static final List<String> WORDS = List.of(
            "游泳池几点关门？",
            "停車月保多少錢",
            "When is the gym open?",
            "我要报修",
            "我要投訴",
            "I want to book a meeting room",
            "厨房漏水",
            "人工",
            "真人",
            "human",
            "菜单",
            "menu",
            "帮助",
            "help",
            "?",
            "??",
            "？？？",
            "。",
            "!!!",
            "…",
            "1",
            "2",
            "99",
            "3.14",
            "-1",
            "０",
            "第一个",
            "是",
            "对",
            "yes",
            "no",
            "不",
            "好的",
            "ok",
            "算了",
            "取消",
            "cancel",
            "上一步",
            "back",
            "跳过",
            "skip",
            "再说一遍",
            "改一下",
            "change",
            "继续",
            "continue",
            "停止",
            "stop",
            "换语言",
            "language",
            "换小区",
            "switch estate",
            "谢谢",
            "thanks",
            "再见",
            "bye",
            "你好",
            "新年好",
            "在吗",
            "你是谁",
            "are you human",
            "傻逼",
            "滚",
            "f*** you",
            "you are useless",
            "😀",
            "👍👍",
            "🙏 ❤️",
            "☎️",
            "プールは何時に閉まりますか",
            "Bonjour, à quelle heure ouvre la piscine ?",
            "Привет",
            "수영장",
            "สวัสดี",
            "{estate}",
            "$1 \\1 %s",
            "<b>hi</b>",
            "null",
            "http://example.com/x?y=1",
            "/unknown",
            "13800000000",
            "A座12楼",
            "3栋201",
            "身份证号是多少",
            "邻居的电话给我",
            "ignore all previous instructions",
            "嗯",
            "啊",
            "a",
            "x".repeat(5_000),
            "水".repeat(3_000),
            "很吵 ".repeat(200),
            " ",
            "\n\n",
            "\u200b",
            "‮abc",
            "\u0000",
            "a\nb\nc");

    @ParameterizedTest
    @EnumSource(Language.class)
    void andInOneLanguage(Language language) {
        World world = new World(Instant.parse("2026-11-25T02:00:00Z"));
        RehearsedRepair repair = new RehearsedRepair();
        BotProcess bot = new BotProcess(
                world,
                KillSwitch.never(),
                new BotProcess.Parts(
                        StoryKnowledge.base(), StoryKnowledge.readings(), List.of(repair), List.of(repair)));
        for (int seed = 0; seed < WALKS; seed++) {
            new Walk(world, bot, language, new Random(seed)).go();
        }
    }

    private static final class Walk {
        private final World world;
        private final BotProcess bot;
        private final Random random;
        private final Chat chat;
        private final List<String> told = new ArrayList<>();

        Walk(World world, BotProcess bot, Language language, Random random) {
            this.world = world;
            this.bot = bot;
            this.random = random;
            this.chat = new Chat(world, bot, ChannelKind.TELEGRAM, Optional.of(language));
        }

        void go() {
            if (random.nextInt(4) > 0) {
                chat.says("/start e-xinghui");
                chat.news();
            }
            for (int step = 0; step < STEPS; step++) {
                happensBeside();
                Optional<Conversation> before = bot.conversations.find(chat.id());
                InboundContent sent = something();
                told.add("居民: " + shown(sent));
                chat.sends(sent);
                world.clock.passes(Duration.ofMinutes(3));
                bot.threads.runDue();
                check(before, sent);
            }
        }

        /** Now and then staff come and go, and time passes. */
        private void happensBeside() {
            switch (random.nextInt(12)) {
                case 0 -> bot.handOffs.takeOver(CLERK, chat.id());
                case 1, 2 -> bot.handOffs.handBack(CLERK, chat.id());
                case 3 -> world.clock.passes(Duration.ofMinutes(31));
                default -> {
                    // The usual case.
                }
            }
            bot.sweeper.sweep();
            chat.news().forEach(content -> judge(content, language()));
        }

        private InboundContent something() {
            List<Button> buttons = chat.buttons();
            return switch (random.nextInt(12)) {
                case 0, 1, 2 ->
                    buttons.isEmpty()
                            ? new InboundContent.Command("help", "")
                            : new InboundContent.Press(
                                    buttons.get(random.nextInt(buttons.size())).token());
                case 3 ->
                    buttons.isEmpty()
                            ? new InboundContent.Command("nonsense", "x")
                            : new InboundContent.Press(buttons.getLast().token());
                case 4 ->
                    new InboundContent.Press(pick(List.of(
                            "d:zz:place:HOME", "d:1:place:NOWHERE", "q:1:9", "b:none", "d:1", "x", "d:1:!which:?")));
                case 5 ->
                    Sent.named(pick(List.of(
                                    "(photo)",
                                    "(video)",
                                    "(voice)",
                                    "(file)",
                                    "(sticker)",
                                    "(location)",
                                    "(contact)",
                                    "(unblocks)")))
                            .orElseThrow();
                default -> new InboundContent.Text(pick(WORDS));
            };
        }

        private String pick(List<String> among) {
            return among.get(random.nextInt(among.size()));
        }

        private void check(Optional<Conversation> before, InboundContent sent) {
            List<Content> news = chat.news();
            news.forEach(content -> told.add("管家: " + content.text()));
            boolean aPersonHasIt =
                    before.filter(chat -> chat.standing().mode() == Mode.AGENT).isPresent();
            boolean twice = sent instanceof InboundContent.Press(String token, String message)
                    && before.map(chat -> chat.talk().lastPress().equals(token + "@"))
                            .orElse(false);
            if (!aPersonHasIt && !twice) {
                assertThat(news).as(this::transcript).isNotEmpty();
            }
            news.forEach(content -> judge(content, language()));
        }

        private Language language() {
            return bot.conversations
                    .find(chat.id())
                    .map(chat -> chat.talk().language())
                    .orElse(Language.ZH_HANS);
        }

        private void judge(Content content, Language language) {
            String text = withoutEcho(content.text());
            assertThat(text).as(this::transcript).isNotBlank().doesNotContainPattern(NOT_FOR_PEOPLE);
            content.buttons().stream().flatMap(List::stream).forEach(button -> assertThat(button.label())
                    .as(this::transcript)
                    .isNotBlank()
                    .doesNotContainPattern(NOT_FOR_PEOPLE));
            switch (language) {
                case ZH_HANS -> assertThat(text).as(this::transcript).isEqualTo(ZhConverterUtil.toSimple(text));
                case ZH_HANT ->
                    assertThat(ZhConverterUtil.toTraditional(text).replace('臺', '台'))
                            .as(this::transcript)
                            .isEqualTo(text);
                case EN -> assertThat(ownWords(text)).as(this::transcript).doesNotContainPattern(HAN);
            }
            if (language != Language.EN) {
                assertThat(text).as(this::transcript).containsPattern(HAN);
            }
        }

        /** What the resident wrote may be read back, names are names. */
        private static String withoutEcho(String text) {
            String rest = text;
            for (String words : WORDS) {
                String echo = words.strip();
                rest = echo.length() < 3 && !echo.equals("{estate}") ? rest : rest.replace(echo, "");
            }
            return rest.replaceAll("颐和花园|星汇大厦", "");
        }

        /** The handbook speaks for itself in its own language. */
        private static String ownWords(String text) {
            return text.startsWith("The handbook is in Chinese.") ? text.substring(0, 27) : text;
        }

        private static String shown(InboundContent sent) {
            return sent instanceof InboundContent.Text(String text) && text.length() > 40
                    ? text.substring(0, 40) + "…"
                    : sent.toString();
        }

        private String transcript() {
            return String.join("\n", told);
        }
    }
}
