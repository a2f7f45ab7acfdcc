package guanjia.staff;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes and checks passwords with Argon2id (16 MiB, 2 passes, 1 lane: Spring Security's defaults since 5.8, above OWASP's least). At
 * most two at a time, so that a crowd at the door takes neither the memory nor the processors of the product.
 */
final class Passwords {
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int RANDOM_LENGTH = 16; // of 54 characters: 92 bits
    private static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore atOnce = new Semaphore(2);
    private final SecureRandom random;
    private final String nobodys;

    Passwords(SecureRandom random) {
        this.random = random;
        this.nobodys = hash(fresh());
    }

    /** A random password that can be read out. */
    String fresh() {
        return random.ints(RANDOM_LENGTH, 0, READABLE.length())
                .mapToObj(at -> READABLE.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    boolean isLongEnough(String password) {
        return password.length() >= StaffAccounts.SHORTEST_PASSWORD && password.length() <= LONGEST;
    }

    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(argon2.encode(password));
        } finally {
            atOnce.release();
        }
    }

    /** Whether the password is the one of this hash. Takes as long when there is no hash. */
    boolean matches(String password, Optional<String> hash) {
        String tried = password.length() <= LONGEST ? password : password.substring(0, LONGEST);
        atOnce.acquireUninterruptibly();
        try {
            return argon2.matches(tried, hash.orElse(nobodys)) & hash.isPresent() & tried.length() == password.length();
        } finally {
            atOnce.release();
        }
    }
}
