package guanjia.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One section in its handbook: what search ranges over. */
record Entry(Handbook handbook, Section section) {
    /** Sections this long or shorter are one chunk; measured: smaller chunks find worse, longer ones lose their tail in the model. */
    static final int WINDOW = 300;

    static final int OVERLAP = 60;

    /** Normalised title with the headings above. */
    String heading() {
        return Normaliser.plain(String.join(" ", section.path()) + " " + section.title());
    }

    /** Normalised text. */
    String body() {
        return Normaliser.plain(section.text());
    }

    /** What is embedded for it: title and text; a long text in overlapping windows, each with the title. */
    List<String> chunks() {
        String body = body();
        String title = heading();
        return Windows.over(body, WINDOW, OVERLAP).stream()
                .map(window -> title + "\n" + window)
                .toList();
    }

    /** Everything a question's words may be found in. */
    String words() {
        return names() + "\n" + body();
    }

    /** Its heading and its other names. */
    String names() {
        return heading() + "\n" + Normaliser.plain(String.join("\n", section.aliases()));
    }

    Citation cited(String quote) {
        Optional<LocalDate> day = handbook.updated().or(() -> Optional.of(publishedDay()));
        List<String> path = new java.util.ArrayList<>(section.path());
        path.add(section.title());
        return new Citation(
                Citation.Source.HANDBOOK,
                handbook.id(),
                handbook.title(),
                path,
                section.anchor(),
                quote,
                day,
                section.audience());
    }

    private LocalDate publishedDay() {
        return LocalDate.ofInstant(handbook.published(), java.time.ZoneOffset.UTC);
    }
}
