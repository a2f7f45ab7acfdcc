package guanjia.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The hash that ties an entry to the one before it. Every part is preceded by its length, so that none can slip into the next. */
final class AuditHash {
    private AuditHash() {}

    /** @param previous the hash of the entry before; blank for the first */
    static String of(String previous, AuditEntry entry) {
        MessageDigest hash = sha256();
        add(hash, previous);
        add(hash, String.valueOf(entry.sequence()));
        add(hash, String.valueOf(entry.at().toEpochMilli()));
        add(hash, entry.who());
        add(hash, entry.what());
        add(hash, entry.estate().map(estate -> estate.value()).orElse(""));
        add(hash, entry.about());
        add(hash, entry.before());
        add(hash, entry.after());
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void add(MessageDigest hash, Map<String, String> values) {
        add(hash, String.valueOf(values.size()));
        new TreeMap<>(values).forEach((name, value) -> {
            add(hash, name);
            add(hash, value);
        });
    }

    private static void add(MessageDigest hash, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
