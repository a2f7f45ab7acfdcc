package guanjia.directory;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Makes what tells who somebody is unreadable in the store: sealed (AES-256-GCM) to be shown again, and as a keyed hash (HMAC-SHA-256)
 * to be looked up. Safe for use by many threads.
 */
final class Secrets {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12; // NIST SP 800-38D §8.2
    private static final int TAG_BITS = 128;

    private final SecretKeySpec hashing;
    private final SecretKeySpec sealing;
    private final SecureRandom random;

    Secrets(byte[] key, SecureRandom random) {
        this.hashing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "look-up"), "HmacSHA256");
        this.sealing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "seal"), "AES");
        this.random = random;
    }

    /**
     * The secrets of a database: with the operator's key, of which the database keeps a check only, or with a random one that lies in
     * the {@code settings} and so protects copies of single collections, not of the whole database.
     *
     * @param given {@code GUANJIA_DATA_KEY}: 32 bytes in Base64
     * @throws IllegalStateException when the key isn't one, or not the one this database was begun with
     */
    static Secrets of(MongoDatabase database, Optional<String> given, SecureRandom random) {
        byte[] key = given.map(Secrets::decode).orElseGet(() -> fresh(random));
        Document first = given.isPresent()
                ? new Document("check", check(key))
                : new Document("key", Base64.getEncoder().encodeToString(key));
        Document stored = Objects.requireNonNull(database.getCollection("settings")
                .findOneAndUpdate(
                        new Document("_id", "data-key"),
                        new Document("$setOnInsert", first),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        String kept = stored.getString("key");
        byte[] used = kept == null ? key : Base64.getDecoder().decode(kept);
        boolean fits = kept == null ? check(key).equals(stored.getString("check")) : given.isEmpty() || same(key, used);
        if (!fits) {
            throw new IllegalStateException("GUANJIA_DATA_KEY isn't the key that this database was begun with");
        }
        return new Secrets(used, random);
    }

    /** The same value always gives the same 64 hex digits, which tell nothing without the key. */
    String hash(String value) {
        return HexFormat.of().formatHex(hmac(hashing, value));
    }

    /** The value, readable by {@link #unseal} only; different each time. */
    Binary seal(String value) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + secret.length);
            System.arraycopy(secret, 0, sealed, nonce.length, secret.length);
            return new Binary(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Couldn't seal a value", e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key or changed since */
    String unseal(Binary sealed) {
        try {
            byte[] all = sealed.getData();
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] value = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(value, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value was changed, or sealed with another key", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing from this Java", e);
        }
    }

    private static byte[] fresh(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static String check(byte[] key) {
        return HexFormat.of().formatHex(hmac(new SecretKeySpec(key, "HmacSHA256"), "check"));
    }

    private static boolean same(byte[] one, byte[] other) {
        return java.security.MessageDigest.isEqual(one, other);
    }

    private static byte[] decode(String written) {
        try {
            byte[] key = Base64.getDecoder().decode(written.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("GUANJIA_DATA_KEY is not 32 bytes in Base64", e);
        }
        throw new IllegalStateException("GUANJIA_DATA_KEY is not 32 bytes in Base64");
    }
}
