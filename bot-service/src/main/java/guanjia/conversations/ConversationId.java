package guanjia.conversations;

import guanjia.delivery.Address;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names one chat: the same address always has the same conversation. Made from the address with the installation's key, so that it can
 * stand in logs and links without telling whose chat it is.
 *
 * @param value channel letter, dash, 24 hexadecimal digits, e.g. {@code t-9f86d081884c7d659a2feaa0}
 */
public record ConversationId(String value) {
    /** The id of the chat at an address. @param key the installation's secret, 32 bytes */
    public static ConversationId of(Address address, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String whole = address.channel() + "|" + address.value() + "|" + address.sender();
            byte[] hash = mac.doFinal(whole.getBytes(StandardCharsets.UTF_8));
            String letter = address.channel().name().substring(0, 1).toLowerCase(Locale.ROOT);
            return new ConversationId(letter + "-" + HexFormat.of().formatHex(hash, 0, 12));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256, which every Java must have", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
