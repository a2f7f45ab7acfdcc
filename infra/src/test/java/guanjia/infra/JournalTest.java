package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path directory;

    private FilePath beside;

    @BeforeEach
    void besideAFile() {
        beside = FilePath.get(directory.resolve("mongodb.mv").toString());
    }

    @Test
    void repeatsWhatWasWrittenInOrderAndNotWhatTheFileHolds() throws IOException {
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "one");
            write(journal, "two", "three");
            journal.record("map", key("four"), null);
            journal.seal();
            journal.write();
        }
        assertThat(repeatedFrom(0)).containsExactly("one", "two", "three", "-four");
        assertThat(repeatedFrom(1)).containsExactly("two", "three", "-four");
        assertThat(repeatedFrom(3)).isEmpty();
    }

    @Test
    void leavesOutAFrameThatWasCutOffAnywhereAndGoesOnBehindTheLastWholeOne() throws IOException {
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "one");
            write(journal, "two");
        }
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int length = whole.length - 1; length > whole.length / 2; length--) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(repeatedFrom(0)).as("cut at %s", length).containsExactly("one");
        }
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "another two");
        }
        assertThat(repeatedFrom(0)).containsExactly("one", "another two");
    }

    @Test
    void leavesOutWhatDoesNotAgreeWithItsChecksum() throws IOException {
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "one");
        }
        try (FileChannel file = FileChannel.open(files().getFirst(), StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}), file.size() - 1);
        }
        assertThat(repeatedFrom(0)).isEmpty();
    }

    @Test
    void forgetsWhatTheFileHoldsOnTheDiskAndNothingElse() throws IOException {
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "one");
            journal.turnOver();
            write(journal, "two");
            journal.turnOver();
            write(journal, "three");
            journal.forget(1);
            assertThat(files()).hasSize(2);
            journal.forget(2);
            assertThat(files()).hasSize(1);
        }
        assertThat(repeatedFrom(2)).containsExactly("three");
    }

    @Test
    void whatIsLeftOutIsInNoFrame() throws IOException {
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "one");
            journal.record("map", key("in the file"), new byte[0]);
            journal.leaveOut();
            assertThat(journal.number()).isEqualTo(1);
            journal.turnOver();
            write(journal, "two");
        }
        assertThat(repeatedFrom(1)).containsExactly("two");
    }

    /** Only a power cut can leave this: a part that the system never wrote. */
    @Test
    void stopsAtAGapAndNeverComesBackToWhatLiesBehindIt() throws IOException {
        try (Journal journal = open(0, new ArrayList<>())) {
            for (String word : List.of("one", "two", "three")) {
                write(journal, word);
                journal.turnOver();
            }
        }
        Files.delete(files().get(1));
        assertThat(repeatedFrom(0)).containsExactly("one");
        try (Journal journal = open(0, new ArrayList<>())) {
            write(journal, "another two");
        }
        assertThat(repeatedFrom(0)).containsExactly("one", "another two");
    }

    private static void write(Journal journal, String... words) throws IOException {
        for (String word : words) {
            journal.record("map", key(word), new byte[] {1});
        }
        journal.seal();
        journal.write();
    }

    private List<String> repeatedFrom(long checkpoint) throws IOException {
        List<String> words = new ArrayList<>();
        open(checkpoint, words).close();
        return words;
    }

    private Journal open(long checkpoint, List<String> words) throws IOException {
        return Journal.open(
                beside,
                checkpoint,
                change -> words.add((change.value() == null ? "-" : "")
                        + new String(change.key().bytes())));
    }

    private static Key key(String word) {
        return new Key(word.getBytes());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
