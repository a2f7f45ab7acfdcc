package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches for each part of a question and judges what was found. Immutable; safe for use by many threads. */
final class Finding {
    private final Embedder embedder;
    private final SearchSettings search;
    private final Abstention abstention;
    private final Attributes attributes;
    private final Subjects subjects;
    private final Parts parts;
    private final Map<String, String> instructions;

    Finding(Embedder embedder, SearchSettings search, Abstention abstention) {
        this.embedder = embedder;
        this.search = search;
        this.abstention = abstention;
        this.attributes = Attributes.standard();
        this.subjects = Subjects.standard();
        this.parts = Parts.standard();
        this.instructions = Lines.patterns("instructions.txt");
    }

    /**
     * What was found for one part of a question.
     *
     * @param words the part's words as searched
     * @param answers whether the best section is good enough to be shown
     */
    record Result(String words, Found found, double confidence, boolean answers) {
        /** The best section; only when something answers. */
        Indexed section() {
            return found.hits().getFirst().section();
        }
    }

    /** One result, or two for two questions in one message of which at least one is answered. */
    List<Result> find(Asked asked, Index index) {
        List<String> split = asked.searchable() ? parts.of(asked.search()) : List.of(asked.search());
        Result whole = result(asked.search(), asked, index);
        if (split.size() == 1) {
            return List.of(whole);
        }
        List<Result> results =
                split.stream().map(part -> result(part, asked, index)).toList();
        return results.stream().allMatch(Result::answers) ? results : List.of(whole);
    }

    private Result result(String words, Asked asked, Index index) {
        if (words.isBlank() || !asked.searchable()) {
            return new Result(words, Found.NOTHING, 0, false);
        }
        Found found = index.search(words, embedder.question(words), search);
        boolean answers = abstention.answers(found) && holds(words, asked, found, index);
        return new Result(words, found, abstention.confidence(found), answers);
    }

    private boolean holds(String words, Asked asked, Found found, Index index) {
        String passage = found.hits().getFirst().section().words();
        boolean whole = words.equals(asked.search());
        return attributes.allow(whole ? words + " " + asked.normal() : words, passage)
                && subjects.allow(words, passage, index.lexical());
    }

    /** The handbook's own section on a danger, if there is one. */
    Optional<Indexed> instruction(Emergency emergency, Index index) {
        String words = instructions.getOrDefault(emergency.kind().name(), "紧急情况");
        Found found = index.search(words, embedder.question(words), search);
        return found.cosine() < 0.6
                ? Optional.empty()
                : Optional.of(found.hits().getFirst().section());
    }

    /** @param words normalised */
    String extract(Indexed section, String words, int longest, Index index) {
        return Extract.from(section, words, embedder.question(words), longest, index.lexical());
    }
}
