package guanjia.bench;

import guanjia.bench.Act.Kind;
import guanjia.bench.FakeTelegram.Message;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who talks to the product: presses buttons that were really shown, answers what is really asked. Does one thing at a time; whoever
 * uses it sees to that. Safe for use by many threads.
 */
final class Resident {
    private static final List<String> MENU = List.of("b:language", "b:estate", "b:popular", "b:help");
    private static final List<String> TALK = List.of("菜单", "你好", "谢谢", "帮助", "/menu", "早上好", "hello");
    private static final List<String> DIGRESSION = List.of("你好", "谢谢", "我先去接个孩子放学回来再说", "等我问一下家里人的意见再定");
    private static final List<String> QUESTIONS = List.of(
            "游泳池几点关门?",
            "停车月保多少钱",
            "装修押金要交多少",
            "垃圾什么时候收",
            "物业費幾時交?",
            "會所可以訂場嗎",
            "宠物可以进电梯吗",
            "班车几点发车",
            "How much is the monthly parking fee?",
            "快递放在哪里");
    private static final List<String> UNKNOWN = List.of("火星上的房价是多少呢?", "qwrtzp lkjh", "明天的彩票号码是什么?", "嗷呜嗷呜哼哼哈嘿嘿嘿哟");

    private final long chat;
    private List<String> shown = List.of();
    private int shownIn;
    private Kind last = Kind.TALK;
    private String lastPress = "";
    private @Nullable Asked asked;

    Resident(long chat) {
        this.chat = chat;
    }

    long chat() {
        return chat;
    }

    /** What comes next, by the shares of the mix. */
    synchronized Act next(RandomGenerator random) {
        Kind kind = Kind.at(random.nextInt(100));
        // Three misunderstandings in a row bring in a person, which ends the conversation with the bot.
        Kind wanted = kind == Kind.UNKNOWN && last == Kind.UNKNOWN ? Kind.QUESTION : kind;
        last = wanted;
        return switch (wanted) {
            case BUTTON -> press(random);
            case TALK -> typed(Kind.TALK, isAsked() ? DIGRESSION : TALK, random);
            case QUESTION -> inNewWordsOrNot(typed(Kind.QUESTION, QUESTIONS, random), random);
            case UNKNOWN -> inNewWordsOrNot(typed(Kind.UNKNOWN, UNKNOWN, random), random);
        };
    }

    synchronized void waitsFor(Asked next) {
        asked = next;
    }

    synchronized void hear(Message message) {
        if (!message.buttons().isEmpty()) {
            shown = message.buttons();
            shownIn = message.id();
        }
        if (asked != null) {
            asked.hear(message);
        }
    }

    private Act press(RandomGenerator random) {
        List<String> choices = isAsked() ? options() : MENU;
        List<String> others =
                choices.stream().filter(token -> !token.equals(lastPress)).toList();
        lastPress = pick(others, random);
        return new Act(Kind.BUTTON, lastPress, Math.max(1, shownIn));
    }

    private boolean isAsked() {
        return !options().isEmpty();
    }

    /** Of a flow's question; the product's own buttons and the engine's begin otherwise. */
    private List<String> options() {
        return shown.stream()
                .filter(token -> !token.startsWith("b:") && !token.startsWith("q:") && !token.contains("!"))
                .toList();
    }

    private static Act typed(Kind kind, List<String> some, RandomGenerator random) {
        return new Act(kind, pick(some, random), 0);
    }

    /** Every second time words that nobody has said before: what the product remembers of a sentence doesn't help then. */
    private static Act inNewWordsOrNot(Act act, RandomGenerator random) {
        String who = "我住%d栋%d,".formatted(random.nextInt(1, 40), random.nextInt(101, 3300));
        return random.nextBoolean() ? act : new Act(act.kind(), who + act.words(), act.message());
    }

    private static String pick(List<String> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
