package guanjia.staff;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes and checks passwords. Those that people choose, with Argon2id (16 MiB, 2 passes, 1 lane: Spring Security's defaults since 5.8, above
 * OWASP's least). At most two at a time, so that a crowd at the door takes neither the memory nor the processors of the product. Random ones
 * can't be guessed from a hash, however fast it is: they are hashed with one round, as a first start makes a dozen of them. Thread-safe.
 */
final class Passwords {
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int RANDOM_LENGTH = 16; // of 54 characters: 92 bits
    private static final int LONGEST = 200;
    private static final String OF_RANDOM = "{random}";

    /** Of a random word that was thrown away; what a password is compared with where there is no account. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=16384,t=2,p=1$+FBfx1Cm2O/+z75NzHuV4w$145HLrfYTxAEgKfJAZ9WR8gfVnfeMUACTtcEfTSJ4n0";

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final PasswordEncoder ofRandom = new DelegatingPasswordEncoder(
            "random",
            Map.of("random", new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
    private final Semaphore atOnce = new Semaphore(2);
    private final SecureRandom random;

    Passwords(SecureRandom random) {
        this.random = random;
    }

    /**
     * A random password.
     *
     * @param words can be read out
     * @param hash what is stored of it
     */
    record Fresh(String words, String hash) {}

    Fresh fresh() {
        String words = random.ints(RANDOM_LENGTH, 0, READABLE.length())
                .mapToObj(at -> READABLE.substring(at, at + 1))
                .collect(Collectors.joining());
        return new Fresh(words, Objects.requireNonNull(ofRandom.encode(words)));
    }

    boolean isLongEnough(String password) {
        return password.length() >= StaffAccounts.SHORTEST_PASSWORD && password.length() <= LONGEST;
    }

    /** What is stored of a password that somebody chose. */
    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(argon2.encode(password));
        } finally {
            atOnce.release();
        }
    }

    /** Whether the password is the one of this hash. Takes as long whatever hash there is, and when there is none. */
    boolean matches(String password, Optional<String> hash) {
        String tried = password.length() <= LONGEST ? password : password.substring(0, LONGEST);
        boolean whole = tried.length() == password.length();
        Optional<String> random = hash.filter(stored -> stored.startsWith(OF_RANDOM));
        Optional<String> chosen = hash.filter(stored -> random.isEmpty());
        boolean isChosen = matchesSlowly(tried, chosen.orElse(NOBODYS)) & chosen.isPresent();
        boolean isRandom =
                random.filter(stored -> ofRandom.matches(tried, stored)).isPresent();
        return (isChosen | isRandom) & whole;
    }

    private boolean matchesSlowly(String tried, String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return argon2.matches(tried, hash);
        } finally {
            atOnce.release();
        }
    }
}
