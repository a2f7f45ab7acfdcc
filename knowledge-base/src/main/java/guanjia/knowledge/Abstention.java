package guanjia.knowledge;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the best section is good enough to be shown. Works on raw signals: fused scores always look good. The weights belong to one
 * model, one glossary and one kind of handbook; {@link Fit} found them.
 *
 * @param lead weight of how far the best hit stands before the fifth
 * @param coverage weight of the share of the question's subjects that stand in the section
 * @param sentence weight of the likeness of its most alike sentence
 * @param bias added
 * @param threshold what the sum must exceed
 */
record Abstention(
        @DefaultValue("6.0") double lead,
        @DefaultValue("2.0") double coverage,
        @DefaultValue("19.4") double sentence,
        @DefaultValue("-14.5") double bias,
        @DefaultValue("0") double threshold) {
    static final Abstention DEFAULT = new Abstention(6.0, 2.0, 19.4, -14.5, 0);

    /** The log-odds that the best section is the right one. */
    double sureness(Found found) {
        return lead * found.lead() + coverage * found.coverage() + sentence * found.sentence() + bias;
    }

    /** The same as a probability. */
    double confidence(Found found) {
        return 1 / (1 + Math.exp(-sureness(found)));
    }

    boolean answers(Found found) {
        return !found.hits().isEmpty() && sureness(found) > threshold;
    }
}
