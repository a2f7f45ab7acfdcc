package guanjia.knowledge;

import guanjia.knowledge.reading.HandbookReaders;
import guanjia.knowledge.reading.UnreadableHandbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Handbook files in a folder, one sub-folder an estate, read without any store. */
final class HandbookFolder {
    private HandbookFolder() {}

    /** Estate → its sections. @param published the time that they are given */
    static Map<String, List<Entry>> estates(Path folder, Instant published) throws IOException, UnreadableHandbook {
        Map<String, List<Entry>> estates = new LinkedHashMap<>();
        for (Path estate : files(folder)) {
            if (Files.isDirectory(estate)) {
                estates.put(estate.getFileName().toString(), entries(estate, published));
            }
        }
        return estates;
    }

    private static List<Entry> entries(Path estate, Instant published) throws IOException, UnreadableHandbook {
        HandbookReaders readers = new HandbookReaders();
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(estate)) {
            String name = file.getFileName().toString();
            if (name.matches(".*\\.(md|txt|html|pdf|docx)")) {
                StoredHandbooks.Book book = PublishedHandbooks.book(
                        estate.getFileName().toString(),
                        PublishedHandbooks.id(name),
                        name,
                        readers.read(name, Files.readAllBytes(file)),
                        1,
                        published);
                book.sections().forEach(section -> entries.add(new Entry(book.handbook(), section)));
            }
        }
        return entries;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
