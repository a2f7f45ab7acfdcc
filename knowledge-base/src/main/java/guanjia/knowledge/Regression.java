package guanjia.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits weights of signals by gradient descent (Adam), with a little shrinking so that few questions don't make large weights. Repeatable. */
final class Regression {
    private static final int ROUNDS_OF_CHOICES = 400;
    private static final int ROUNDS_OF_CASES = 20_000;
    private static final double SHRINKING = 0.0001;

    private Regression() {}

    /** Signals of one thing shown, and whether it was right to show it. */
    record Case(double[] signals, boolean right) {}

    /** Signals of all things one could choose from, and which of them are right. */
    record Choice(List<double[]> signals, List<Boolean> right) {
        boolean hasRight() {
            return right.contains(true);
        }

        /** Adds how the log of the share of right ones falls with each weight. */
        private void addSlope(double[] weights, double[] slope) {
            double[] share = shares(weights, false);
            double[] rightShare = shares(weights, true);
            for (int place = 0; place < share.length; place++) {
                for (int signal = 0; signal < slope.length; signal++) {
                    slope[signal] += (share[place] - rightShare[place]) * signals.get(place)[signal];
                }
            }
        }

        private double[] shares(double[] weights, boolean onlyRight) {
            double[] parts = IntStream.range(0, signals.size())
                    .mapToDouble(place ->
                            onlyRight && !right.get(place) ? 0 : Math.exp(product(weights, signals.get(place))))
                    .toArray();
            double all = Arrays.stream(parts).sum();
            return Arrays.stream(parts).map(part -> part / all).toArray();
        }
    }

    /** @return weights of 0 or more that sum to 1: the right ones come first most often */
    static double[] choosing(List<Choice> choices) {
        double[] weights =
                descended(choices.getFirst().signals().getFirst().length, ROUNDS_OF_CHOICES, true, (at, slope) -> {
                    choices.forEach(choice -> choice.addSlope(at, slope));
                    return choices.size();
                });
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** @param signals how many of each case's signals count @return a weight for each of them and, last, the bias */
    static double[] logistic(List<Case> cases, int signals) {
        return descended(signals + 1, ROUNDS_OF_CASES, false, (at, slope) -> {
            for (Case each : cases) {
                double[] known = Arrays.copyOf(each.signals(), signals + 1);
                known[signals] = 1;
                double off = 1 / (1 + Math.exp(-product(at, known))) - (each.right() ? 1 : 0);
                for (int signal = 0; signal <= signals; signal++) {
                    slope[signal] += off * known[signal];
                }
            }
            return cases.size();
        });
    }

    private interface Slope {
        /** Adds the slope at these weights. @return of how many cases */
        int add(double[] weights, double[] slope);
    }

    private static double[] descended(int signals, int rounds, boolean positive, Slope slopes) {
        double[] weights = new double[signals];
        double[] mean = new double[signals];
        double[] square = new double[signals];
        for (int round = 1; round <= rounds; round++) {
            double[] slope = new double[signals];
            int cases = slopes.add(weights, slope);
            for (int place = 0; place < signals; place++) {
                double down = slope[place] / cases + (positive ? SHRINKING * weights[place] : 0);
                mean[place] = 0.9 * mean[place] + 0.1 * down;
                square[place] = 0.999 * square[place] + 0.001 * down * down;
                double step = 0.1 * (mean[place] / (1 - Math.pow(0.9, round)));
                weights[place] -= step / (Math.sqrt(square[place] / (1 - Math.pow(0.999, round))) + 1e-8);
                weights[place] = positive ? Math.max(0, weights[place]) : weights[place];
            }
        }
        return weights;
    }

    private static double product(double[] weights, double[] signals) {
        double product = 0;
        for (int place = 0; place < weights.length; place++) {
            product += weights[place] * signals[place];
        }
        return product;
    }
}
