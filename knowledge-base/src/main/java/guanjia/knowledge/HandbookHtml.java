package guanjia.knowledge;

import guanjia.knowledge.reading.HandbookPage;
import guanjia.knowledge.reading.PlacedSection;
import java.util.List;
import java.util.Locale;

/** The public page of a handbook: complete, escaped HTML without a script. Pure and thread-safe. */
public final class HandbookHtml {
    /** Where the page expects its style sheet. */
    public static final String STYLE_PATH = HandbookPage.STYLE_PATH;

    private HandbookHtml() {}

    /**
     * The whole page.
     *
     * @param sections only those that this reader may see
     * @param estateName as residents call it
     * @param language of the labels; the handbook's own words stay as they are
     */
    public static String page(Handbook handbook, List<Section> sections, String estateName, Locale language) {
        List<PlacedSection> placed = sections.stream()
                .map(section -> new PlacedSection(section.path(), section.title(), section.text(), section.anchor()))
                .toList();
        return new HandbookPage(estateName, handbook.title(), handbook.updated(), placed, language).render();
    }

    /** The style sheet, {@code text/css}. */
    public static String style() {
        return HandbookPage.style();
    }
}
