package guanjia.knowledge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises a danger that exists now by rules alone: no store, no model; some 0.1 ms for a short message, 2 ms for the longest. Immutable. */
final class Emergencies {
    private final Map<Emergency.Kind, Sign> signs = new EnumMap<>(Emergency.Kind.class);
    private final Pattern notNow;
    private final Sign supposed;
    private final Sign perhaps;
    private final Sign gear;

    Emergencies(Map<String, String> patterns) {
        for (Emergency.Kind kind : Emergency.Kind.values()) {
            signs.put(kind, Sign.of(patterns, kind.name()));
        }
        this.notNow = Sign.of(patterns, "all").not();
        this.supposed = Sign.of(patterns, "supposed");
        this.perhaps = Sign.of(patterns, "perhaps");
        this.gear = Sign.of(patterns, "gear");
    }

    static Emergencies standard() {
        return new Emergencies(Lines.patterns("emergencies.txt"));
    }

    /** @param normal normalised words */
    Optional<Emergency> in(String normal) {
        for (Map.Entry<Emergency.Kind, Sign> each : signs.entrySet()) {
            Optional<String> sign = each.getValue().in(normal);
            if (sign.isPresent()) {
                return meantNow(normal) ? Optional.of(new Emergency(each.getKey(), sign.get())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Words of the past, of drills, of rules and of where things are, without a sign of danger: no danger now, whatever they are like. */
    boolean isCalm(String normal) {
        return !meantNow(normal) || gear.isIn(normal);
    }

    private boolean meantNow(String normal) {
        return !notNow.matcher(normal).find() && !supposed.isIn(normal) && !perhaps.isIn(normal);
    }
}
