package guanjia.knowledge;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the best section is good enough to be shown. Works on raw signals: fused scores always look good. The weights belong to one
 * model and one kind of handbook; fitted by {@link Evaluate} on the tuning questions.
 *
 * @param cosine weight of the best likeness
 * @param margin weight of its distance from the mean of the best ten
 * @param bias added
 * @param threshold what the sum must exceed
 */
record Abstention(
        @DefaultValue("14.6") double cosine,
        @DefaultValue("27.3") double margin,
        @DefaultValue("-11.5") double bias,
        @DefaultValue("-0.4") double threshold) {
    static final Abstention DEFAULT = new Abstention(14.6, 27.3, -11.5, -0.4);

    /** The log-odds that the best section is the right one. */
    double sureness(Found found) {
        return cosine * found.cosine() + margin * found.margin() + bias;
    }

    /** The same as a probability. */
    double confidence(Found found) {
        return 1 / (1 + Math.exp(-sureness(found)));
    }

    boolean answers(Found found) {
        return !found.hits().isEmpty() && sureness(found) > threshold;
    }
}
