package guanjia.knowledge.reading;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/** Markdown: CommonMark with tables, and front matter of {@code key: value} lines between two lines of dashes. */
final class MarkdownReader implements HandbookReader {
    /** Deeper nesting than any handbook has; keeps hostile files linear. */
    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    @Override
    public Set<String> endings() {
        return Set.of("md", "markdown");
    }

    @Override
    public void read(HandbookFile file, Outline outline) throws UnreadableHandbook {
        String text = TextDecoder.decode(file.content());
        FrontMatter front = FrontMatter.of(text);
        front.describe(outline);
        new MarkdownBlocks(outline).read(PARSER.parse(front.rest()));
    }
}
