package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the sections of a text that has nothing but words: by its table of contents, its numbers, and lines that stand alone. */
final class TextOutline {
    private static final int LONGEST_TITLE = 30;
    private static final int SHORTEST_TITLE = 4;
    private static final int REPEATS = 3;

    private final Outline outline;
    private final Series.Tree series = new Series.Tree();
    private final List<Item> items = new ArrayList<>();

    private TextOutline(Outline outline) {
        this.outline = outline;
    }

    /**
     * Tells the outline what the lines say.
     *
     * @param lines in order; empty ones separate
     */
    static void read(List<String> lines, Outline outline) throws UnreadableHandbook {
        new TextOutline(outline).read(lines);
    }

    /** A title that stands alone, a numbered item with its place among its like, or a plain line. */
    private sealed interface Item {
        record Title(String text) implements Item {}

        record Numbered(Series.Member member) implements Item {}

        record Plain(String text) implements Item {}
    }

    private void read(List<String> lines) throws UnreadableHandbook {
        TableOfContents contents =
                TableOfContents.cut(lines.stream().map(Lines::clean).toList());
        List<String> manual = new ArrayList<>();
        for (int index = 0; index < contents.lines().size(); index++) {
            String line = contents.lines().get(index);
            if (isTitle(contents.lines(), index)) {
                items(manual, contents.titles());
                manual.clear();
                items.add(new Item.Title(line));
            } else if (!Lines.isPageNumber(line)) {
                manual.add(withoutTitle(line));
            }
        }
        items(manual, contents.titles());
        tell();
    }

    /** A short line, set apart by an empty line after it or repeated at the start of the text below it: a manual begins. */
    private static boolean isTitle(List<String> lines, int index) {
        String line = lines.get(index);
        boolean shaped = line.length() >= SHORTEST_TITLE
                && line.length() <= LONGEST_TITLE
                && !Marker.startsWithOne(line)
                && !line.matches(".*[。,,;;::!!??||].*");
        if (!shaped || index + 1 >= lines.size()) {
            return false;
        }
        String before = index == 0 ? "" : lines.get(index - 1);
        boolean begins = before.isEmpty() || Lines.endsSentence(before) || Lines.isPageNumber(before);
        String below = lines.stream()
                .skip(index + 1L)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return below.startsWith(line) || (begins && lines.get(index + 1).isEmpty());
    }

    private String withoutTitle(String line) {
        String rest = line;
        if (!items.isEmpty() && items.getLast() instanceof Item.Title title) {
            for (int time = 0; time < REPEATS && rest.startsWith(title.text()); time++) {
                rest = rest.substring(title.text().length());
            }
        }
        return rest;
    }

    private void items(List<String> manual, Set<String> promised) throws UnreadableHandbook {
        series.closeAll();
        for (String line : BrokenLines.joined(RunOnLines.split(manual, promised))) {
            Optional<Marker> marker = Marker.at(line);
            if (marker.isPresent()) {
                items.add(new Item.Numbered(series.add(marker.get(), line, promised)));
            } else {
                series.text();
                items.add(new Item.Plain(line));
            }
        }
    }

    private void tell() throws UnreadableHandbook {
        boolean titled = items.stream().anyMatch(Item.Title.class::isInstance);
        for (Item item : items) {
            switch (item) {
                case Item.Title title -> outline.heading(1, title.text());
                case Item.Numbered numbered -> tell(numbered.member(), titled ? 1 : 0);
                case Item.Plain plain -> outline.line(plain.text());
            }
        }
    }

    private void tell(Series.Member member, int above) throws UnreadableHandbook {
        if (member.isRepetition()) {
            return;
        }
        if (!member.isHeading()) {
            outline.line(member.line());
            return;
        }
        outline.heading(above + member.depth(), member.heading());
        outline.line(member.glued().body());
    }
}
