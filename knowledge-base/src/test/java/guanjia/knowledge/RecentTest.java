package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final List<String> workedOut = new ArrayList<>();
    private final Recent<String, Integer> lengths = new Recent<>(2);

    @Test
    void worksOutOnce() {
        assertThat(length("hello")).isEqualTo(5);
        assertThat(length("hello")).isEqualTo(5);

        assertThat(workedOut).containsExactly("hello");
    }

    @Test
    void forgetsWhatWasLongestNotAskedFor() {
        length("hello");
        length("menu");
        length("hello");
        length("thanks");
        length("hello");
        length("menu");

        assertThat(workedOut).containsExactly("hello", "menu", "thanks", "menu");
    }

    private int length(String words) {
        return lengths.of(words, unknown -> {
            workedOut.add(unknown);
            return unknown.length();
        });
    }
}
