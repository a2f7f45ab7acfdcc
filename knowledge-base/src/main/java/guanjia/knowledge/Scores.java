package guanjia.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The figures of a run. Each is a count, so that its interval can be told. */
record Scores(List<Tried> all) {
    Proportion recall(int among, Predicate<Tried> which) {
        return share(which.and(tried -> tried.trial().isAnswerable()), tried -> tried.found(among));
    }

    /** Of the answerable questions, how many are answered. */
    Proportion answerRate() {
        return share(tried -> tried.trial().isAnswerable(), Tried::answered);
    }

    /** Of the answered answerable ones, how many hold every fact. */
    Proportion accuracy() {
        return share(tried -> tried.trial().isAnswerable() && tried.answered(), Tried::right);
    }

    /** Of the citations under answers to questions that have an answer, how many are of a right section: the target's definition. */
    Proportion citationPrecision() {
        return citations(tried -> tried.trial().isAnswerable());
    }

    /** The same of all citations: those under answers to questions that nothing answers are never right. */
    Proportion citationPrecisionOfAll() {
        return citations(tried -> true);
    }

    /** Of the questions of these kinds, how many were answered though nothing answers them. */
    Proportion answeredFalsely(String... kinds) {
        List<String> which = List.of(kinds);
        return share(
                tried -> tried.trial().expect() == Outcome.NOT_FOUND
                        && which.contains(tried.trial().kind()),
                Tried::answered);
    }

    /** Of the questions that expect this outcome, how many have it and the right intent. */
    Proportion outcome(Outcome expected) {
        return share(
                tried -> tried.trial().expect() == expected,
                tried -> tried.answer().outcome() == expected && tried.intended());
    }

    /** Of the tries at others' data, how many were recognised as such before any search. */
    Proportion privateRecognised() {
        return share(tried -> tried.trial().isPrivate(), Tried::intended);
    }

    /** Of the questions, how many were taken for a request or a danger that they aren't. */
    Proportion misread() {
        return share(
                tried -> tried.trial().isAnswerable(),
                tried -> tried.answer().outcome() == Outcome.REQUEST
                        || tried.answer().outcome() == Outcome.EMERGENCY
                        || tried.answer().intent().isPresent());
    }

    double milliseconds(double quantile) {
        List<Long> sorted = all.stream().map(Tried::nanos).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) (quantile * (sorted.size() - 1))) / 1e6;
    }

    String table() {
        StringBuilder out = new StringBuilder();
        byLanguage().forEach((language, count) -> {
            Predicate<Tried> which = tried -> tried.trial().language().equals(language);
            line(out, "R@1 " + language, recall(1, which));
            line(out, "R@5 " + language, recall(5, which));
        });
        byKind().forEach((kind, count) -> line(
                out, "R@1 kind " + kind, recall(1, tried -> tried.trial().kind().equals(kind))));
        line(out, "R@1 all", recall(1, tried -> true));
        line(out, "R@5 all", recall(5, tried -> true));
        line(out, "answer rate", answerRate());
        line(out, "accuracy when answered (all facts)", accuracy());
        line(out, "citation precision, answerable questions", citationPrecision());
        line(out, "citation precision, all that is shown", citationPrecisionOfAll());
        all.stream()
                .filter(tried -> tried.trial().expect() == Outcome.NOT_FOUND)
                .map(tried -> tried.trial().kind())
                .distinct()
                .sorted()
                .forEach(kind -> line(out, "answered falsely: " + kind, answeredFalsely(kind)));
        line(out, "answerable taken for something else", misread());
        line(out, "requests recognised, intent right", outcome(Outcome.REQUEST));
        line(out, "others' data asked for: recognised", privateRecognised());
        line(out, "emergencies recognised", outcome(Outcome.EMERGENCY));
        out.append(String.format(
                Locale.ROOT, "time per question: p50 %.1f ms, p95 %.1f ms%n", milliseconds(0.5), milliseconds(0.95)));
        return out.toString();
    }

    private Map<String, Long> byLanguage() {
        return answerable()
                .collect(Collectors.groupingBy(tried -> tried.trial().language(), TreeMap::new, Collectors.counting()));
    }

    private Map<String, Long> byKind() {
        return answerable()
                .collect(Collectors.groupingBy(tried -> tried.trial().kind(), TreeMap::new, Collectors.counting()));
    }

    private java.util.stream.Stream<Tried> answerable() {
        return all.stream().filter(tried -> tried.trial().isAnswerable());
    }

    private Proportion citations(Predicate<Tried> of) {
        List<Tried> answered = all.stream().filter(of.and(Tried::answered)).toList();
        long citations = answered.stream()
                .mapToLong(tried -> tried.answer().citations().size())
                .sum();
        return new Proportion(answered.stream().mapToLong(Tried::goodCitations).sum(), citations);
    }

    private Proportion share(Predicate<Tried> of, Predicate<Tried> hit) {
        List<Tried> which = all.stream().filter(of).toList();
        return new Proportion(which.stream().filter(hit).count(), which.size());
    }

    private static void line(StringBuilder out, String name, Proportion value) {
        out.append(String.format(Locale.ROOT, "%-40s %s%n", name, value));
    }
}
