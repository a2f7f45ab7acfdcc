package guanjia.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessNameTest {
    @Test
    void theOnlyProcessOnItsStoresIsNamedAsItsPredecessor() {
        assertThat(ProcessName.of(true)).isEqualTo(ProcessName.of(true));
    }

    @Test
    void amongSeveralNoneIsNamedAsAnother() {
        assertThat(ProcessName.of(false)).isNotEqualTo(ProcessName.of(false)).isNotEqualTo(ProcessName.of(true));
    }
}
