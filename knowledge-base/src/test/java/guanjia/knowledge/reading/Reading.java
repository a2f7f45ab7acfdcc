package guanjia.knowledge.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of this package say to the readers, and ask of the result. */
final class Reading {
    private static final HandbookReaders READERS = new HandbookReaders();

    private Reading() {}

    static ReadHandbook text(String fileName, String content) throws UnreadableHandbook {
        return file(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    static ReadHandbook file(String fileName, byte[] content) throws UnreadableHandbook {
        return READERS.read(fileName, content);
    }

    static ReadSection section(ReadHandbook handbook, String title) {
        List<ReadSection> found = handbook.sections().stream()
                .filter(section -> section.title().equals(title))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " sections called " + title + " in " + titles(handbook));
        }
        return found.getFirst();
    }

    static List<String> titles(ReadHandbook handbook) {
        return handbook.sections().stream().map(ReadSection::title).toList();
    }
}
