package guanjia.knowledge.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files that lie beside the classes of this package. */
final class PackagedText {
    private PackagedText() {}

    static String read(String name) {
        try (InputStream in = PackagedText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the package: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
