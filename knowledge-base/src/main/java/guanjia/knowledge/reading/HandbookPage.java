package guanjia.knowledge.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public page of one handbook: complete HTML for a phone, light or dark, usable without a script. It needs no more than
 * {@link #CONTENT_SECURITY_POLICY} allows, and loads one file, {@link #STYLE_PATH}, whose content is {@link #style()}.
 *
 * @param estateName as residents call it
 * @param title the handbook's
 * @param updated the day it was last changed, when known
 * @param sections only those that this reader may see
 * @param language of the labels (zh-Hans, zh-Hant or en); the handbook's own words stay as they are
 */
public record HandbookPage(
        String estateName, String title, Optional<LocalDate> updated, List<PlacedSection> sections, Locale language) {
    /** Where the page expects its style sheet. */
    public static final String STYLE_PATH = "/handbook.css";

    /** Send it with the page: nothing but its own style sheet is needed. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    public HandbookPage {
        sections = List.copyOf(sections);
    }

    /** The style sheet to serve at {@link #STYLE_PATH} as {@code text/css}. */
    public static String style() {
        return PackagedText.read("handbook.css");
    }

    /** The whole page. */
    public String render() {
        Wording wording = Wording.of(language);
        Map<String, String> parts = Map.of(
                "lang", Html.escape(language.toLanguageTag()),
                "words", Html.escape(wordsLanguage()),
                "style", STYLE_PATH,
                "contents-label", Html.escape(wording.text("page.contents")),
                "top-label", Html.escape(wording.text("page.top")),
                "updated", updated.map(day -> updatedLine(wording, day)).orElse(""),
                "contents", contents(),
                "estate", Html.escape(estateName),
                "title", Html.escape(title),
                "sections", HandbookFragment.html(sections));
        // One pass, so that braces in a handbook's own words are never taken for a place of the template.
        return PLACE.matcher(PackagedText.read("handbook.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }

    /** The handbook's own language for readers and screen readers of another one; the script of Chinese is left open. */
    private String wordsLanguage() {
        boolean chinese = HAN.matcher(title).find()
                || sections.stream()
                        .anyMatch(section -> HAN.matcher(section.title()).find());
        if (!chinese) {
            return "en";
        }
        return language.getLanguage().equals("zh") ? language.toLanguageTag() : "zh";
    }

    private static String updatedLine(Wording wording, LocalDate day) {
        return "<p class=\"updated\">%s <time datetime=\"%s\">%s</time></p>"
                .formatted(Html.escape(wording.text("page.updated")), day, day);
    }

    private String contents() {
        StringBuilder list = new StringBuilder();
        for (PlacedSection section : sections) {
            int depth = Math.min(3, section.path().size());
            list.append("<li class=\"depth-%d\"><a href=\"#%s\">%s</a></li>\n"
                    .formatted(depth, section.anchor(), Html.escape(section.title())));
        }
        return list.toString();
    }
}
