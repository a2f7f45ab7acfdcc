package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A handbook while it is being read: headings and lines go in, in document order; sections come out. For one thread. */
final class Outline {
    private static final int LONGEST_TITLE = 120;
    private static final int MAX_CHARACTERS = 10_000_000;
    private static final int DEEPEST = 6;
    private static final Pattern ALIASES = Pattern.compile("(?i)(?:别名|別名|又称|又稱|alias(?:es)?)\\s*[::]\\s*(.+)");

    private final Wording wording = Wording.of(Wording.SIMPLIFIED);
    private final List<Part> parts = new ArrayList<>(List.of(new Part(0, "", List.of())));
    private final Deque<Part> open = new ArrayDeque<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<LocalDate> updated = Optional.empty();
    private Optional<String> audience = Optional.empty();
    private int characters;

    /** A heading with what stands directly below it. */
    private record Part(int level, String title, List<String> path, List<String> lines, List<String> aliases) {
        Part(int level, String title, List<String> path) {
            this(level, title, path, new ArrayList<>(), new ArrayList<>());
        }
    }

    /** What the document calls itself; the first one counts. */
    void title(String called) {
        String clean = Lines.clean(called);
        if (title.isEmpty() && !clean.isEmpty()) {
            title = Optional.of(cut(clean));
        }
    }

    void updated(LocalDate day) {
        updated = Optional.of(day);
    }

    void audience(String word) {
        audience = Optional.of(word);
    }

    /** Something staff should look at; the key names the sentence. */
    void warn(String key) {
        String sentence = wording.text("warning." + key);
        if (!warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    /** Opens a section at this depth (1 = outermost); what is as deep or deeper ends. */
    void heading(int level, String written) throws UnreadableHandbook {
        String clean = Lines.clean(written);
        if (clean.isEmpty()) {
            return;
        }
        if (parts.size() > HandbookReaders.MAX_SECTIONS) {
            throw new UnreadableHandbook(Reason.TOO_MANY_SECTIONS);
        }
        while (!open.isEmpty() && open.getLast().level() >= level) {
            open.removeLast();
        }
        Part part = new Part(level, cut(clean), open.stream().map(Part::title).toList());
        parts.add(part);
        open.addLast(part);
        if (clean.length() > LONGEST_TITLE) {
            line(clean);
        }
    }

    /** One paragraph, list item or table row below the last heading; a line of aliases directly under it becomes its other names. */
    void line(String written) throws UnreadableHandbook {
        stopIfCancelled();
        String clean = Lines.clean(written);
        Part part = parts.getLast();
        Matcher named = ALIASES.matcher(clean);
        if (part.level() > 0 && part.lines().isEmpty() && named.matches()) {
            Arrays.stream(named.group(1).split("[,,、;;]"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(part.aliases()::add);
        } else if (!clean.isEmpty()) {
            part.lines().add(clean);
            characters += clean.length();
        }
        if (characters > MAX_CHARACTERS) {
            throw new UnreadableHandbook(Reason.TOO_LARGE);
        }
    }

    static boolean isAliases(String line) {
        return ALIASES.matcher(line).matches();
    }

    boolean hasHeadings() {
        return parts.size() > 1;
    }

    /** @throws UnreadableHandbook with {@link Reason#EMPTY} when nothing was put in */
    ReadHandbook handbook(String titleFromName) throws UnreadableHandbook {
        Optional<Part> cover = cover();
        String called = title.or(() -> cover.map(Part::title)).orElse(titleFromName);
        List<ReadSection> sections = parts.stream()
                .filter(this::isWorthASection)
                .filter(part ->
                        !(cover.equals(Optional.of(part)) && part.lines().isEmpty()))
                .map(part -> section(part, called, cover.isPresent()))
                .toList();
        if (sections.isEmpty()) {
            throw new UnreadableHandbook(Reason.EMPTY);
        }
        if (!hasHeadings()) {
            warn("no-headings");
        }
        return new ReadHandbook(called, updated, audience, sections, warnings);
    }

    /** The single outermost heading over everything else is the handbook's title and no part of the paths. */
    private Optional<Part> cover() {
        List<Part> headings = parts.subList(1, parts.size());
        if (headings.isEmpty()) {
            return Optional.empty();
        }
        Part first = headings.getFirst();
        boolean single = headings.stream().skip(1).allMatch(part -> part.level() > first.level());
        boolean isTitle = title.isEmpty() || title.get().equals(first.title());
        return single && isTitle && headings.size() > 1 ? Optional.of(first) : Optional.empty();
    }

    /** A heading alone is kept when nothing stands below it at all: it may be the whole fact. */
    private boolean isWorthASection(Part part) {
        if (!part.lines().isEmpty() || !part.aliases().isEmpty()) {
            return true;
        }
        int next = parts.indexOf(part) + 1;
        boolean leaf = next == parts.size() || parts.get(next).level() <= part.level();
        return part.level() > 0 && leaf;
    }

    private static ReadSection section(Part part, String called, boolean covered) {
        boolean untitled = part.level() == 0;
        List<String> path = covered && !part.path().isEmpty()
                ? part.path().subList(1, part.path().size())
                : part.path();
        String title = untitled ? called : part.title();
        String text = part.lines().isEmpty() ? title : String.join("\n", part.lines());
        return new ReadSection(path, title, text, part.aliases(), Math.min(DEEPEST, path.size() + 1));
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE)));
    }

    /** The parsing thread is interrupted when its time is over; libraries don't look, this does. */
    static void stopIfCancelled() throws UnreadableHandbook {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableHandbook(Reason.TOO_SLOW);
        }
    }
}
