package guanjia.knowledge.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** HTML: only its words come over, so nothing that runs, loads or hides survives. */
final class HtmlReader implements HandbookReader {
    private static final int DEEPEST = 200;
    private static final String NOT_CONTENT =
            "script, style, iframe, frame, frameset, object, embed, applet, noscript, template, svg, math, "
                    + "nav, form button, select, input, textarea, audio, video, canvas, [hidden], [aria-hidden=true], "
                    + "[style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";

    @Override
    public Set<String> endings() {
        return Set.of("html", "htm");
    }

    @Override
    public void read(HandbookFile file, Outline outline) throws UnreadableHandbook, IOException {
        Document page = parse(file.content());
        describe(page, outline);
        page.select(NOT_CONTENT).remove();
        new HtmlBlocks(outline).read(page.body());
    }

    /** A page that names its encoding is believed; otherwise it is read as any text. */
    private static Document parse(byte[] content) throws UnreadableHandbook, IOException {
        Document named = Jsoup.parse(new ByteArrayInputStream(content), null, "", parser());
        boolean namesItsEncoding = !named.select("meta[charset], meta[http-equiv=content-type][content*=charset]")
                .isEmpty();
        return namesItsEncoding && !named.text().contains("\uFFFD")
                ? named
                : Jsoup.parse(TextDecoder.decode(content), "", parser());
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(DEEPEST);
    }

    private static void describe(Document page, Outline outline) {
        outline.title(page.title());
        meta(page, "audience").ifPresent(outline::audience);
        meta(page, "updated").flatMap(FrontMatter::day).ifPresent(outline::updated);
    }

    private static Optional<String> meta(Document page, String name) {
        return Optional.ofNullable(page.selectFirst("meta[name=" + name + "]"))
                .map((Element meta) -> meta.attr("content"))
                .filter(value -> !value.isBlank());
    }
}
