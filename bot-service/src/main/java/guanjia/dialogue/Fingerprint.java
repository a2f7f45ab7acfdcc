package guanjia.dialogue;

import java.nio.charset.StandardCharsets;

/** Short name of a longer text: FNV-1a of 64 bits in base 36, at most 13 characters. Against mix-ups, not against attackers. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return Long.toUnsignedString(hash, Character.MAX_RADIX);
    }
}
