package guanjia.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What the knowledge base says. Wording around it (apology, offer of a person, safety instruction) is the caller's.
 *
 * @param outcome what became of the question
 * @param intent what the words want, when they aren't a handbook question
 * @param emergency set exactly when the outcome is {@link Outcome#EMERGENCY}
 * @param text handbook sentences, or a model's wording checked against them; with {@link Outcome#EMERGENCY} the handbook's section on it
 *     if there is one; else empty
 * @param confidence 0 to 1: how likely the best section is the right one; 1 for rules and notices
 * @param citations one for each section that the text comes from
 * @param suggestions with {@link Outcome#NOT_FOUND}: up to three titles of near sections, each a question that finds its section
 * @param wording who worded the text
 */
public record Answer(
        Outcome outcome,
        Optional<Intent> intent,
        Optional<Emergency> emergency,
        String text,
        double confidence,
        List<Citation> citations,
        List<String> suggestions,
        Wording wording) {
    /** Who worded an answer. */
    public enum Wording {
        /** Sentences of the handbook or notice, untouched; rows of tables said as sentences. */
        EXTRACT,
        /** A language model; citations, quotes and figures were checked. */
        MODEL
    }

    public Answer {
        citations = List.copyOf(citations);
        suggestions = List.copyOf(suggestions);
        if (outcome == Outcome.ANSWERED && (text.isBlank() || citations.isEmpty())) {
            throw new IllegalArgumentException("An answer has a text and a citation");
        }
        if (emergency.isPresent() != (outcome == Outcome.EMERGENCY)) {
            throw new IllegalArgumentException("An emergency names its kind, and only it does");
        }
    }

    static Answer found(String text, double confidence, List<Citation> citations, Wording wording) {
        return new Answer(
                Outcome.ANSWERED, Optional.empty(), Optional.empty(), text, confidence, citations, List.of(), wording);
    }

    static Answer notFound(double confidence, List<String> suggestions) {
        return plain(Outcome.NOT_FOUND, Optional.empty(), confidence, suggestions);
    }

    static Answer of(Intent intent) {
        Outcome outcome =
                switch (intent) {
                    case REPAIR, COMPLAINT, BOOKING, PERSON, SMALL_TALK -> Outcome.REQUEST;
                    case PRIVATE_DATA -> Outcome.NOT_FOUND;
                };
        return plain(outcome, Optional.of(intent), 1, List.of());
    }

    static Answer of(Emergency emergency, String instruction, List<Citation> citations) {
        return new Answer(
                Outcome.EMERGENCY,
                Optional.empty(),
                Optional.of(emergency),
                instruction,
                1,
                citations,
                List.of(),
                Wording.EXTRACT);
    }

    private static Answer plain(Outcome outcome, Optional<Intent> intent, double confidence, List<String> suggestions) {
        return new Answer(outcome, intent, Optional.empty(), "", confidence, List.of(), suggestions, Wording.EXTRACT);
    }
}
