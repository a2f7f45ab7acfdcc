package guanjia.knowledge.reading;

import java.util.Set;

/** Plain text, as dirty as it comes: its headings are recognised by their numbers. */
final class TextReader implements HandbookReader {
    @Override
    public Set<String> endings() {
        return Set.of("txt", "text");
    }

    @Override
    public void read(HandbookFile file, Outline outline) throws UnreadableHandbook {
        FrontMatter front = FrontMatter.of(TextDecoder.decode(file.content()));
        front.describe(outline);
        TextOutline.read(front.rest().lines().toList(), outline);
    }
}
