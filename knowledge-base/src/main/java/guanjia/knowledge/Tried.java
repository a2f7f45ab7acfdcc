package guanjia.knowledge;

import java.util.List;

/**
 * What the knowledge base made of a question.
 *
 * @param places of the sections that search ranked, the best first, without any judgement on them
 * @param found what search found for the whole question, with the raw signals
 * @param fits whether the best section holds the kind of thing that is asked for
 * @param nanos how long the answer took
 */
record Tried(Trial trial, List<String> places, Found found, boolean fits, Answer answer, long nanos) {
    boolean found(int among) {
        return places.stream().limit(among).anyMatch(trial::cites);
    }

    boolean answered() {
        return answer.outcome() == Outcome.ANSWERED;
    }

    boolean right() {
        List<String> cited = answer.citations().stream().map(Tried::place).toList();
        return answered() && trial.holdsAllFacts(answer.text()) && trial.suffice(cited);
    }

    /** Whether the intent is the right one, where the question has one. */
    boolean intended() {
        return trial.intent().isEmpty()
                || answer.intent().map(Enum::name).orElse("").equals(trial.intent());
    }

    long goodCitations() {
        return answer.citations().stream()
                .filter(citation -> trial.cites(place(citation)))
                .count();
    }

    static String place(Citation citation) {
        return citation.handbook() + " / " + String.join(" / ", citation.path());
    }

    static String place(Entry entry) {
        return place(entry.cited(""));
    }
}
