package guanjia.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises by rules what words want when they don't ask the handbook. Immutable. */
final class Intents {
    /** Never left to a score: whatever the handbook says, these aren't questions to it. */
    private static final List<Intent> BEFORE_NOTICES = List.of(Intent.PERSON, Intent.PRIVATE_DATA);

    private static final List<Intent> AFTER_NOTICES = List.of(Intent.BOOKING, Intent.REPAIR, Intent.COMPLAINT);

    private final Map<Intent, Sign> signs = new EnumMap<>(Intent.class);
    private final Sign others;
    private final Sign theirs;
    private final Sign asking;
    private final Sign wish;

    Intents(Map<String, String> patterns) {
        for (Intent intent : Intent.values()) {
            signs.put(intent, Sign.of(patterns, intent.name()));
        }
        this.others = Sign.of(patterns, "others");
        this.theirs = Sign.of(patterns, "theirs");
        this.asking = Sign.of(patterns, "asking");
        this.wish = Sign.of(patterns, "wish");
    }

    static Intents standard() {
        return new Intents(Lines.patterns("intents.txt"));
    }

    /** A person, or what must never be answered. */
    Optional<Intent> first(String normal) {
        return BEFORE_NOTICES.stream().filter(intent -> is(intent, normal)).findFirst();
    }

    /** Something to be done, or talk. */
    Optional<Intent> then(String normal) {
        if (is(Intent.SMALL_TALK, normal)) {
            return Optional.of(Intent.SMALL_TALK);
        }
        if (isQuestion(normal)) {
            return Optional.empty();
        }
        return AFTER_NOTICES.stream().filter(intent -> is(intent, normal)).findFirst();
    }

    /** Asks something, and doesn't want something done. */
    boolean isQuestion(String normal) {
        return asking.isIn(normal) && !wish.isIn(normal);
    }

    private boolean is(Intent intent, String normal) {
        Sign sign = signs.get(intent);
        return sign != null && sign.isIn(normal) || intent == Intent.PRIVATE_DATA && isOfOthers(normal);
    }

    /** Somebody, and something of theirs that isn't for everybody: "3栋201的业主电话" asks without any verb. */
    private boolean isOfOthers(String normal) {
        return others.isIn(normal) && theirs.isIn(normal);
    }
}
