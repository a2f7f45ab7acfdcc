package guanjia.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an address where the address itself must not stand: in Redis keys and look-ups. */
final class AddressKey {
    private AddressKey() {}

    /** Names the number or service that sends. */
    static String senderOf(Address address) {
        return address.sender().isEmpty() ? "own" : of(new Address(address.channel(), address.sender()));
    }

    static String of(Address address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((address.channel() + "|" + address.sender() + "|" + address.value())
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
