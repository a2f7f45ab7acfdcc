package guanjia.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void knowsAChosenPasswordAgain() {
        String hash = passwords.hash("summer in the garden");

        assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.matches("summer in the garden", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("summer in the gardens", Optional.of(hash)))
                .isFalse();
    }

    @Test
    void knowsARandomPasswordAgainByAFastHash() {
        Passwords.Fresh fresh = passwords.fresh();

        assertThat(fresh.words()).hasSize(16);
        assertThat(fresh.hash()).startsWith("{random}").doesNotContain(fresh.words());
        assertThat(passwords.matches(fresh.words(), Optional.of(fresh.hash()))).isTrue();
        assertThat(passwords.matches("summer in the garden", Optional.of(fresh.hash())))
                .isFalse();
        assertThat(passwords.fresh().words()).isNotEqualTo(fresh.words());
    }

    /** Else the time would tell which accounts exist, and which have the password they were made with. */
    @Test
    void hashesSlowlyWhateverThereIsToCompareWith() {
        Passwords.Fresh fresh = passwords.fresh();
        long chosen = cost(Optional.of(passwords.hash("summer in the garden")));

        assertThat(cost(Optional.empty())).isGreaterThan(chosen / 4);
        assertThat(cost(Optional.of(fresh.hash()))).isGreaterThan(chosen / 4);
    }

    @Test
    void letsNobodyInWhoHasNoAccountOrTypesTooMuch() {
        String longest = "x".repeat(200);

        assertThat(passwords.matches("", Optional.empty())).isFalse();
        assertThat(passwords.matches(longest + "y", Optional.of(passwords.hash(longest))))
                .isFalse();
    }

    /** Processor time of this thread, the least of some. */
    private long cost(Optional<String> hash) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        return java.util.stream.IntStream.range(0, 3)
                .mapToLong(round -> {
                    long before = threads.getCurrentThreadCpuTime();
                    passwords.matches("something else", hash);
                    return threads.getCurrentThreadCpuTime() - before;
                })
                .min()
                .orElseThrow();
    }
}
