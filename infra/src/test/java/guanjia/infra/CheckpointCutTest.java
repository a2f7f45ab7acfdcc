package guanjia.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill while the file is written beside running operations: the moments that a kill by chance seldom meets. */
class CheckpointCutTest {
    private static final int CHECKPOINTS = 4;
    private static final int WRITES = 300;

    @TempDir
    private Path directory;

    private final List<Cut> cuts = new ArrayList<>();
    private int acknowledged;

    /** What a kill at one moment leaves. @param acknowledged how many writes were by then */
    private record Cut(Path files, int acknowledged) {}

    @AfterEach
    void mend() {
        BrokenDisk.mend();
    }

    @Test
    void losesNothingThatWasAcknowledgedBeforeOrWhileTheFileIsWritten() throws IOException {
        Path live = Files.createDirectory(directory.resolve("live"));
        try (StoreFile file = new StoreFile(BrokenDisk.file(live.resolve("mongodb.mv")))) {
            StoredMap<Key> entries = file.maps().entries("cut.documents", "number");
            CommitGroup commits = (CommitGroup) file.commits();
            for (int round = 0; round < CHECKPOINTS; round++) {
                write(commits, entries, WRITES);
                BrokenDisk.beforeEachWrite(() -> {
                    write(commits, entries, 1);
                    cut(live);
                });
                commits.checkpoint();
                BrokenDisk.mend();
            }
        }
        assertThat(cuts).hasSizeGreaterThanOrEqualTo(CHECKPOINTS);
        cuts.forEach(CheckpointCutTest::requireAll);
    }

    private void write(CommitGroup commits, StoredMap<Key> entries, int count) {
        for (int i = 0; i < count; i++) {
            Key key = key(acknowledged);
            commits.durably(() -> {
                entries.put(key, key);
                return key;
            });
            acknowledged++;
        }
    }

    private void cut(Path live) {
        Path files = directory.resolve("cut" + cuts.size());
        try (Stream<Path> left = Files.list(live)) {
            Files.createDirectory(files);
            for (Path each : left.toList()) {
                Files.copy(each, files.resolve(each.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cuts.add(new Cut(files, acknowledged));
    }

    private static void requireAll(Cut cut) {
        try (StoreFile file = new StoreFile(cut.files().resolve("mongodb.mv"))) {
            StoredMap<Key> entries = file.maps().entries("cut.documents", "number");
            assertThat(IntStream.range(0, cut.acknowledged()).filter(number -> !entries.has(key(number))))
                    .as("lost of %s", cut)
                    .isEmpty();
            assertThat(entries.size()).isEqualTo(cut.acknowledged());
        }
    }

    private static Key key(int number) {
        return new Key("n%05d".formatted(number).getBytes(UTF_8));
    }
}
