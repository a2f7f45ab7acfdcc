package guanjia.knowledge.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Sections as an HTML fragment of headings, paragraphs, lists and tables: every word escaped, no attribute from the handbook, nothing that
 * runs or loads. Each section is a {@code <section id="anchor">}.
 */
public final class HandbookFragment {
    private static final int TOP_HEADING = 2;
    private static final int LAST_HEADING = 6;

    private HandbookFragment() {}

    /** The sections in order, with the headings above them where these have no section of their own. */
    public static String html(List<PlacedSection> sections) {
        StringBuilder html = new StringBuilder();
        List<String> open = List.of();
        for (PlacedSection section : sections) {
            headingsAbove(section, open, html);
            section(section, html);
            open = under(section);
        }
        return html.toString();
    }

    private static void headingsAbove(PlacedSection section, List<String> open, StringBuilder html) {
        int shared = 0;
        while (shared < Math.min(open.size(), section.path().size())
                && open.get(shared).equals(section.path().get(shared))) {
            shared++;
        }
        for (int depth = shared; depth < section.path().size(); depth++) {
            heading(depth, section.path().get(depth), html);
        }
    }

    private static void section(PlacedSection section, StringBuilder html) {
        html.append("<section id=\"").append(section.anchor()).append("\">\n");
        heading(section.path().size(), section.title(), html);
        if (!section.text().equals(section.title())) {
            FragmentText.append(section.text(), html);
        }
        html.append("</section>\n");
    }

    private static void heading(int depth, String title, StringBuilder html) {
        int level = Math.min(LAST_HEADING, TOP_HEADING + depth);
        html.append("<h%d>%s</h%d>\n".formatted(level, Html.escape(title), level));
    }

    private static List<String> under(PlacedSection section) {
        List<String> path = new ArrayList<>(section.path());
        path.add(section.title());
        return path;
    }
}
