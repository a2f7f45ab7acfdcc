package guanjia.dialogue;

import java.util.List;
import java.util.Map;

/** What was understood of what happened; made by the reader outside, which only proposes: the engine checks everything. */
public sealed interface Heard {
    /** Words meant as the answer to the pending question (the reader has ruled out the rest). */
    record Said(String text) implements Heard {}

    /**
     * Answers to one or more questions of the running flow, asked already or not; for an answered question this is a correction.
     *
     * @param values by question name: option codes, or words to be checked when the question is reached
     */
    record Filled(Map<String, List<String>> values) implements Heard {
        public Filled {
            values = Map.copyOf(values);
        }

        /** One answer; with {@link Pending#question()} and an option's code also for the engine's own questions. */
        public static Filled of(String question, String value) {
            return new Filled(Map.of(question, List.of(value)));
        }
    }

    /** A pressed button. @param token as in {@link Say.Choice#token()}; anything else counts as an old button */
    record Pressed(String token) implements Heard {}

    /** Pictures sent at once. @param references how to find them again */
    record Photo(List<String> references) implements Heard {
        public Photo {
            references = List.copyOf(references);
        }

        /** One picture. */
        public Photo(String reference) {
            this(List.of(reference));
        }
    }

    /** A shared phone number. @param own whether the channel proves it to be the sender's own; others are refused */
    record Contact(String phone, boolean own) implements Heard {}

    /**
     * Something else was asked and answered outside; the pending question is asked again, briefly.
     *
     * @param answer what to say first; empty when the caller puts the answer in front itself
     */
    record Digressed(List<Say> answer) implements Heard {
        public Digressed {
            answer = List.copyOf(answer);
        }
    }

    /** A wish about the conversation itself. */
    record Wished(Wish wish) implements Heard {}

    /** Wants to change an answer. @param question name of the question; unknown or not yet answered: asks which */
    record Correct(String question) implements Heard {}

    /**
     * Wants something that a flow does. Parks the running flow, if it is another one; picks up a parked one of this name.
     *
     * @param flow name of the flow
     * @param prefilled answers found in the opening words, as in {@link Filled}
     */
    record Start(String flow, Map<String, List<String>> prefilled) implements Heard {
        public Start {
            prefilled = Map.copyOf(prefilled);
        }
    }

    /** Words that nobody could make sense of. */
    record NotUnderstood() implements Heard {}

    /** The pending question has waited for an answer: the first time a reminder, then it is parked as a draft ({@link Dialogue#silence}). */
    record TimeoutPassed() implements Heard {}

    /** Drafts are too old to be resumed. Ends what is older than {@link Dialogue#DRAFTS_KEPT}; says nothing when only parked flows end. */
    record Expired() implements Heard {}

    /** A person has taken the conversation. */
    record TakenOver() implements Heard {}

    /** A person has handed the conversation back. */
    record HandedBack() implements Heard {}
}
