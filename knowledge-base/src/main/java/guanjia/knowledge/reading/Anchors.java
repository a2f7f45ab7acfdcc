package guanjia.knowledge.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names for the places of a handbook that links point to, e.g. {@code s-3fk2m9qd}: short, since Chinese letters would make a link in an SMS
 * unreadable. They depend on the words of the headings only, not on their numbers, their text or what stands beside them; so they outlive
 * edits, renumbering and sections put in between. Renaming a heading changes its anchor and those below it. Headings of the same words
 * under the same headings are counted in order ({@code …-2}): those alone move when one more of them is put before.
 */
public final class Anchors {
    /** 40 bits: two of 5,000 sections collide once in 90,000 handbooks, and then only get a count like equal headings. */
    private static final int LENGTH = 8;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private Anchors() {}

    /** One anchor for each section, in the same order, each unique within the list. */
    public static List<String> of(List<ReadSection> sections) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        for (ReadSection section : sections) {
            String anchor = "s-" + hash(words(section));
            int count = seen.merge(anchor, 1, Integer::sum);
            anchors.add(count == 1 ? anchor : anchor + "-" + count);
        }
        return List.copyOf(anchors);
    }

    private static String words(ReadSection section) {
        return Stream.concat(section.path().stream(), Stream.of(section.title()))
                .map(Anchors::withoutNumber)
                .collect(Collectors.joining("\n"));
    }

    private static String withoutNumber(String title) {
        String words = Marker.at(title)
                .map(Marker::rest)
                .filter(rest -> !rest.isBlank())
                .orElse(title);
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String hash(String words) {
        byte[] digest = sha256().digest(words.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int at = 0; at < 5; at++) {
            bits = bits << 8 | digest[at] & 0xFF;
        }
        StringBuilder letters = new StringBuilder();
        for (int at = LENGTH - 1; at >= 0; at--) {
            letters.append(ALPHABET.charAt((int) (bits >>> (5 * at)) & 31));
        }
        return letters.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
