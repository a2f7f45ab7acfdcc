package guanjia.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {
    private static final int ENTRIES = 4_000;
    private static final int COMMITS = 900;

    @TempDir
    private Path directory;

    /** More commits than versions are kept: their blocks would be written over. */
    @Test
    void whatIsBeingReadStaysInTheFileHoweverManyCommitsCome() {
        try (StoreFile file = new StoreFile(directory.resolve("mongodb.mv"))) {
            MVMap<Integer, String> map = file.store().openMap("entries");
            FileStore<?> blocks = file.store().getFileStore();
            blocks.setCacheSize(1);
            write(file, map, 1, "first"); // with the map's name, whose block stays
            write(file, map, ENTRIES, "before");
            int read = file.reading(() -> {
                Cursor<Integer, String> cursor = map.cursor(0);
                cursor.next();
                write(file, map, ENTRIES, "after");
                for (int commit = 0; commit < COMMITS; commit++) {
                    write(file, map, 1, "again" + commit);
                }
                return rest(cursor);
            });
            assertThat(read).isEqualTo(ENTRIES - 1);
        }
    }

    private static int rest(Cursor<Integer, String> cursor) {
        int read = 0;
        while (cursor.hasNext()) {
            cursor.next();
            assertThat(cursor.getValue()).startsWith("before");
            read++;
        }
        return read;
    }

    private static void write(StoreFile file, MVMap<Integer, String> map, int entries, String text) {
        file.commits().wholly(() -> {
            for (int i = 0; i < entries; i++) {
                map.put(i, text + "x".repeat(600));
            }
            return true;
        });
    }
}
