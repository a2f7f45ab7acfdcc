package guanjia.knowledge;

import java.util.Locale;

/** A share of counted cases with its 95 % interval by Wilson's score, which holds for small counts. */
record Proportion(long hits, long of) {
    private static final double Z = 1.959964;

    double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    double low() {
        return Math.max(0, middle() - half());
    }

    double high() {
        return Math.min(1, middle() + half());
    }

    @Override
    public String toString() {
        return of == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%5.1f %%  %d/%d  [%.0f–%.0f]",
                        100 * share(),
                        hits,
                        of,
                        100 * low(),
                        100 * high());
    }

    private double middle() {
        return of == 0 ? 0 : (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return of == 0 ? 0 : Z / (1 + Z * Z / of) * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of));
    }
}
