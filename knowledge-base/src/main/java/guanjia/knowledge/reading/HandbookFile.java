package guanjia.knowledge.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One uploaded file.
 *
 * @param name as uploaded; folders before it are ignored
 * @param content all its bytes
 */
record HandbookFile(String name, byte[] content) {
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final int LONGEST_TITLE = 100;

    /** The ending in lower case, without its dot; empty when there is none. */
    String ending() {
        String plain = plainName();
        return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** What the handbook is called when it doesn't say so itself. */
    String titleFromName() {
        String plain = plainName();
        int dot = plain.lastIndexOf('.');
        String title = Lines.clean(dot > 0 ? plain.substring(0, dot) : plain);
        return title.isEmpty() ? "手册" : title.substring(0, Math.min(LONGEST_TITLE, title.length()));
    }

    boolean startsWith(int... bytes) {
        return content.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(at -> (content[at] & 0xFF) == bytes[at]);
    }

    private String plainName() {
        return FOLDERS.matcher(name).replaceFirst("");
    }
}
