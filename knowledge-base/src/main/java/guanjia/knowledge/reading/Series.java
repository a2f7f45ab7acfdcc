package guanjia.knowledge.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Numbered lines that count on from each other under one common line. Either all of them are headings or all are list items. */
final class Series {
    private static final double LEAST_LIKE = 0.5;
    private static final int LARGEST_HOLE = 3;
    private final Optional<Member> parent;
    private final List<Member> members = new ArrayList<>();

    private Series(Optional<Member> parent) {
        this.parent = parent;
    }

    /** One numbered line. Its text grows while lines below it are read. */
    static final class Member {
        private final Series series;
        private final Marker marker;
        private final String line;
        private final GluedTitle glued;
        private final boolean repetition;
        private int linesBelow;

        private Member(Series series, Marker marker, String line, GluedTitle glued, boolean repetition) {
            this.series = series;
            this.marker = marker;
            this.line = line;
            this.glued = glued;
            this.repetition = repetition;
        }

        String line() {
            return line;
        }

        GluedTitle glued() {
            return glued;
        }

        /** A running title, said again on the next page. */
        boolean isRepetition() {
            return repetition;
        }

        String heading() {
            boolean wide = Lines.isWide(
                            marker.written().codePointBefore(marker.written().length()))
                    && marker.kind().ordinal() > 2;
            return marker.written() + (wide ? "" : " ") + glued.title();
        }

        boolean isHeading() {
            return glued.how() == GluedTitle.How.PROMISED || series.isOfHeadings();
        }

        /** How many headings it stands under, and itself. */
        int depth() {
            return 1
                    + series.parent
                            .map(above -> above.isHeading() ? above.depth() : above.depth() - 1)
                            .orElse(0);
        }

        private boolean looksLikeHeading() {
            boolean hasText = !glued.body().isEmpty() || linesBelow > 0;
            return switch (glued.how()) {
                case PROMISED -> true;
                case ALONE, SEEN ->
                    hasText && marker.kind() != Marker.Kind.ARABIC_BRACKET && marker.kind() != Marker.Kind.LETTER;
                case GUESSED -> marker.kind() == Marker.Kind.CHINESE_COMMA && linesBelow >= 2;
            };
        }
    }

    private boolean isOfHeadings() {
        boolean structural = members.getFirst().marker.kind().ordinal() <= Marker.Kind.ARTICLE.ordinal();
        long like = members.stream().filter(Member::looksLikeHeading).count();
        return structural || like >= LEAST_LIKE * members.size();
    }

    /** The series that are open at the current line, outermost first. */
    static final class Tree {
        private final Deque<Series> open = new ArrayDeque<>();

        void closeAll() {
            open.clear();
        }

        /** A plain line was read: it belongs to the items above it. */
        void text() {
            open.forEach(series -> series.members.getLast().linesBelow++);
        }

        Member add(Marker marker, String line, Set<String> promised) {
            Optional<Series> continued = continued(marker);
            continued.ifPresent(series -> closeBelow(series));
            Series series = continued.orElseGet(() -> openBelow(marker));
            open.stream().filter(above -> above != series).forEach(above -> above.members.getLast().linesBelow++);
            boolean again =
                    !series.members.isEmpty() && series.members.getLast().line.equals(line);
            Member member = new Member(series, marker, line, GluedTitle.of(marker.rest(), promised), again);
            if (!again) {
                series.members.add(member);
            }
            return member;
        }

        private Optional<Series> continued(Marker marker) {
            List<Series> candidates = open.reversed().stream()
                    .filter(series -> series.members.getLast().marker.isSameSeries(marker))
                    .toList();
            return candidates.stream()
                    .filter(series -> marker.number() - series.last() == 1
                            || series.members.getLast().marker.equals(marker))
                    .findFirst()
                    .or(() -> candidates.stream()
                            .filter(series ->
                                    marker.number() > series.last() && marker.number() - series.last() <= LARGEST_HOLE)
                            .findFirst());
        }

        private void closeBelow(Series series) {
            while (open.getLast() != series) {
                open.removeLast();
            }
        }

        /** A new series stands under the last item, except that one which doesn't begin at 1 replaces its like. */
        private Series openBelow(Marker marker) {
            if (marker.kind() == Marker.Kind.CHAPTER) {
                open.clear();
            } else if (marker.number() > 1 || marker.kind() == Marker.Kind.PART) {
                open.stream()
                        .filter(series -> series.members.getLast().marker.kind() == marker.kind())
                        .findFirst()
                        .ifPresent(series -> {
                            closeBelow(series);
                            open.removeLast();
                        });
            }
            Series series = new Series(Optional.ofNullable(open.peekLast()).map(last -> last.members.getLast()));
            open.addLast(series);
            return series;
        }
    }

    private int last() {
        return members.getLast().marker.number();
    }
}
