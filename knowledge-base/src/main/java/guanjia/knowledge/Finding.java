package guanjia.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Searches for each part of a question and judges what was found. Immutable; safe for use by many threads. */
final class Finding {
    private final Embedder embedder;
    private final SearchSettings search;
    private final Abstention abstention;
    private final Attributes attributes;
    private final Subjects subjects;
    private final Map<String, String> instructions;

    Finding(Embedder embedder, SearchSettings search, Abstention abstention) {
        this.embedder = embedder;
        this.search = search;
        this.abstention = abstention;
        this.attributes = Attributes.standard();
        this.subjects = Subjects.standard();
        this.instructions = Lines.patterns("instructions.txt");
    }

    /**
     * What was found for one part of a question.
     *
     * @param words the part's words as searched
     * @param fits whether the best section holds the kind of thing that is asked for
     * @param answers whether the best section is good enough to be shown
     */
    record Result(String words, Found found, double confidence, boolean fits, boolean answers) {
        /** The best section; only when something answers. */
        Indexed section() {
            return found.hits().getFirst().section();
        }
    }

    /** One result, or two for two questions in one message that are both answered. */
    List<Result> find(Asked asked, Index index) {
        return index.found().of(asked, words -> search(words, index));
    }

    private List<Result> search(Asked asked, Index index) {
        Result whole = result(asked, index);
        List<Result> parts =
                asked.parts().stream().map(part -> result(part, index)).toList();
        return !parts.isEmpty() && parts.stream().allMatch(Result::answers) ? parts : List.of(whole);
    }

    private Result result(Asked asked, Index index) {
        if (asked.search().isBlank() || !asked.searchable()) {
            return new Result(asked.search(), Found.NOTHING, 0, false, false);
        }
        Sought sought = sought(asked, index);
        Found found = index.search(sought, search);
        boolean fits =
                found.hits().stream().limit(1).anyMatch(hit -> hit.signals().kind() > 0);
        return new Result(asked.search(), found, abstention.confidence(found), fits, fits && abstention.answers(found));
    }

    /** Foreign words that the glossary doesn't know are subjects too: what the handbook can't be about. */
    private Sought sought(Asked asked, Index index) {
        Map<String, Double> own = subjects(asked.own(), index);
        Map<String, Double> replaced = subjects(asked.replaced(), index);
        asked.unmatched().forEach(word -> {
            own.put(word, index.lexical().rarity(word));
            replaced.put(word, index.lexical().rarity(word));
        });
        return new Sought(
                asked.search(),
                embedder.question(asked.search()),
                List.of(own, replaced),
                attributes.asked(asked.search() + " " + String.join(" ", asked.unmatched()), asked.normal()));
    }

    private Map<String, Double> subjects(String words, Index index) {
        return new HashMap<>(
                subjects.in(words).stream().collect(Collectors.toMap(Function.identity(), index.lexical()::rarity)));
    }

    /** The handbook's own section on a danger, if there is one. */
    Optional<Indexed> instruction(Emergency emergency, Index index) {
        String words = instructions.getOrDefault(emergency.kind().name(), "紧急情况");
        Sought sought = new Sought(
                words, embedder.question(words), List.of(subjects(words, index)), Attributes.Wanted.ANYTHING);
        Found found = index.search(sought, search);
        return found.cosine() < 0.6
                ? Optional.empty()
                : Optional.of(found.hits().getFirst().section());
    }

    /** @param words normalised */
    String extract(Indexed section, String words, int longest, Index index) {
        Sought sought = new Sought(words, embedder.question(words), List.of(), attributes.asked(words, words));
        return Extract.from(section, sought, longest, index.lexical());
    }
}
