package guanjia.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns the plane between two classes of points: a support vector machine with squared hinge loss, solved by dual coordinate descent (Hsieh et
 * al. 2008). The same points give the same plane. 0.1 s for 2,000 points of 600 numbers.
 */
final class LinearSeparation {
    private static final int ROUNDS = 15;

    private LinearSeparation() {}

    /**
     * A point: numbers, and marks that all weigh the same.
     *
     * @param marks which of the further dimensions it has
     * @param weight of each mark
     */
    record Point(float[] numbers, int[] marks, float weight) {
        double length() {
            double length = marks.length * weight * weight;
            for (float number : numbers) {
                length += number * number;
            }
            return length;
        }

        double times(float[] plane) {
            double product = 0;
            for (int place = 0; place < numbers.length; place++) {
                product += numbers[place] * plane[place];
            }
            for (int mark : marks) {
                product += weight * plane[numbers.length + mark];
            }
            return product;
        }

        private void addTo(float[] plane, double factor) {
            for (int place = 0; place < numbers.length; place++) {
                plane[place] += (float) (factor * numbers[place]);
            }
            for (int mark : marks) {
                plane[numbers.length + mark] += (float) (factor * weight);
            }
        }
    }

    /**
     * @param penalty how much a point on the wrong side costs; both classes weigh the same however many points they have
     * @param marks how many there are
     * @return positive products with it are of the first class
     */
    static float[] between(List<Point> first, List<Point> second, double penalty, int marks) {
        List<Point> points = new ArrayList<>(first);
        points.addAll(second);
        float[] plane = new float[points.getFirst().numbers().length + marks];
        double[] pull = new double[points.size()];
        double[] square = points.stream().mapToDouble(Point::length).toArray();
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < points.size(); place++) {
            order.add(place);
        }
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int place : order) {
                boolean isFirst = place < first.size();
                double share = 2.0 * (isFirst ? first.size() : second.size()) / points.size();
                double slack = share / (2 * penalty);
                double side = isFirst ? 1 : -1;
                double slope = side * points.get(place).times(plane) - 1 + slack * pull[place];
                double moved = Math.max(0, pull[place] - slope / (square[place] + slack));
                points.get(place).addTo(plane, (moved - pull[place]) * side);
                pull[place] = moved;
            }
        }
        return plane;
    }
}
