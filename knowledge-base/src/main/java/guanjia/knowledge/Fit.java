package guanjia.knowledge;

import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Fits the weights of {@link SearchSettings} and {@link Abstention} on files of questions: {@code Fit <handbook folder> <questions.jsonl>...}. Prints
 * first how weights fitted on all files but one do on that one, for each of them, and what other shares of answered questions would cost, then the
 * weights fitted on all. To be run after every change of handbooks, glossary or signals; three quarters of a minute for 1,900 questions.
 */
public final class Fit {
    /** What falsely answered questions cost at each of these is told. */
    private static final List<Double> SHARES = List.of(0.88, 0.90, 0.92, 0.94, 0.95, 0.96);

    private Fit() {}

    /** Runs; ends with status 2 when the arguments are wrong. */
    public static void main(String[] arguments) throws IOException, UnreadableHandbook {
        if (arguments.length < 3) {
            System.err.println("Usage: Fit <handbook folder> <questions.jsonl> <questions.jsonl>...");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Embedder embedder = new Embedder(2)) {
            Evaluation evaluation = new Evaluation(Path.of(arguments[0]), KnowledgeSettings.DEFAULT, embedder);
            List<List<Tried>> sets = new ArrayList<>();
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                sets.add(evaluation.run(Trial.file(Path.of(file))));
            }
            List<Judged> all = new ArrayList<>();
            Map<Double, List<Judged>> traded = new TreeMap<>();
            for (List<Tried> left : sets) {
                List<Tried> others = sets.stream()
                        .filter(set -> set != left)
                        .flatMap(List::stream)
                        .toList();
                Weights weights = Weights.fittedOn(others);
                List<Judged> judged = judged(left, weights);
                all.addAll(judged);
                for (double share : SHARES) {
                    traded.computeIfAbsent(share, each -> new ArrayList<>())
                            .addAll(judged(left, weights.answering(share, others)));
                }
                out.println(told(arguments[1 + sets.indexOf(left)], judged));
            }
            out.println(told("all, each by weights fitted on the others", all));
            traded.forEach((share, judged) -> out.println(told("all, when " + share + " are to be answered", judged)));
            out.println(Weights.fittedOn(sets.stream().flatMap(List::stream).toList()));
        }
    }

    /** One question as these weights would have it: the section shown first, and whether it is shown. */
    private record Judged(Tried tried, boolean right, boolean shown) {
        boolean isOf(String kind) {
            return !tried.trial().isAnswerable() && tried.trial().kind().equals(kind);
        }
    }

    private static List<Judged> judged(List<Tried> set, Weights weights) {
        return set.stream()
                .map(tried -> {
                    if (!isSearched(tried)) {
                        return new Judged(tried, false, false);
                    }
                    Found found = weights.ranked(tried.found());
                    boolean kind = found.hits().getFirst().signals().kind() > 0;
                    return new Judged(
                            tried,
                            isRight(tried, found.hits().getFirst()),
                            kind && weights.abstention().answers(found));
                })
                .toList();
    }

    private static String told(String name, List<Judged> judged) {
        Predicate<Judged> answerable = each -> each.tried().trial().isAnswerable();
        return String.format(
                Locale.ROOT,
                "%s%n  right section first     %s%n  answered                %s%n  right, of those shown   %s%n"
                        + "  near misses shown       %s%n  far ones shown          %s%n  adversarial ones shown  %s",
                name,
                share(judged, answerable, Judged::right),
                share(judged, answerable, Judged::shown),
                share(judged, Judged::shown, Judged::right),
                share(judged, each -> each.isOf("near-miss"), Judged::shown),
                share(judged, each -> each.isOf("far"), Judged::shown),
                share(judged, each -> each.isOf("adversarial"), Judged::shown));
    }

    private static Proportion share(List<Judged> judged, Predicate<Judged> of, Predicate<Judged> hit) {
        return new Proportion(
                judged.stream().filter(of.and(hit)).count(),
                judged.stream().filter(of).count());
    }

    private static boolean isSearched(Tried tried) {
        return tried.answer().intent().isEmpty()
                && tried.answer().outcome() != Outcome.EMERGENCY
                && !tried.found().hits().isEmpty();
    }

    private static boolean isRight(Tried tried, Found.Hit hit) {
        return tried.trial().cites(Tried.place(hit.entry()));
    }

    /** Both kinds of weights. */
    private record Weights(SearchSettings search, Abstention abstention) {
        /** So many of the questions that have an answer are to be answered: the threshold's only choice. */
        private static final double ANSWERED = 0.94;

        /** What comes later never becomes the first. */
        private static final int COMPARED = 20;

        static Weights fittedOn(List<Tried> tried) {
            List<Tried> searched = tried.stream().filter(Fit::isSearched).toList();
            double[] order = Regression.choosing(searched.stream()
                    .filter(each -> each.trial().isAnswerable())
                    .map(Weights::choice)
                    .filter(Regression.Choice::hasRight)
                    .toList());
            SearchSettings search = new SearchSettings(order[0], order[1], order[2], order[3], order[4], order[5], 50);
            Weights ranking = new Weights(search, Abstention.DEFAULT);
            List<Regression.Case> cases = searched.stream()
                    .map(each -> ranking.shown(each))
                    .filter(each -> each.signals()[3] > 0)
                    .toList();
            double[] sure = Regression.logistic(cases, 3);
            Abstention unbiased = new Abstention(sure[0], sure[1], sure[2], 0, 0);
            return new Weights(search, unbiased).answering(ANSWERED, tried);
        }

        /** The same weights with the bias at which as many as wanted are answered. */
        Weights answering(double share, List<Tried> tried) {
            Abstention unbiased = new Abstention(abstention.lead(), abstention.coverage(), abstention.sentence(), 0, 0);
            List<Tried> answerable =
                    tried.stream().filter(each -> each.trial().isAnswerable()).toList();
            List<Double> sureness = answerable.stream()
                    .filter(Fit::isSearched)
                    .map(each -> ranked(each.found()))
                    .filter(found -> found.hits().getFirst().signals().kind() > 0)
                    .map(unbiased::sureness)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            int last = Math.min(sureness.size() - 1, (int) (share * answerable.size()));
            return new Weights(
                    search,
                    new Abstention(unbiased.lead(), unbiased.coverage(), unbiased.sentence(), -sureness.get(last), 0));
        }

        private static Regression.Choice choice(Tried tried) {
            List<Found.Hit> hits = tried.found().hits().stream().limit(COMPARED).toList();
            return new Regression.Choice(
                    hits.stream().map(hit -> hit.signals().all()).toList(),
                    hits.stream().map(hit -> isRight(tried, hit)).toList());
        }

        private Regression.Case shown(Tried tried) {
            Found found = ranked(tried.found());
            Found.Hit first = found.hits().getFirst();
            return new Regression.Case(
                    new double[] {
                        found.lead(),
                        found.coverage(),
                        found.sentence(),
                        first.signals().kind()
                    },
                    isRight(tried, first));
        }

        Found ranked(Found found) {
            List<Found.Hit> hits = found.hits().stream()
                    .map(hit ->
                            new Found.Hit(hit.section(), hit.signals(), search.score(hit.signals()), hit.sentence()))
                    .sorted(Comparator.comparingDouble((Found.Hit hit) -> -hit.score()))
                    .toList();
            return Found.of(hits, found.cosine());
        }
    }
}
