package guanjia.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {
    @Test
    void whoeverShowsItActsUnderItsOwnName() {
        assertThat(new ApiToken("secret").sender("bearer secret"))
                .map(StaffMember::login)
                .contains("api:token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "Bearer", "Bearer ", "Bearer Secret", "Bearer secret2", "Basic secret"})
    void anythingElseIsNobody(String header) {
        assertThat(new ApiToken("secret").sender(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer", "Bearer x", ""})
    void withoutOneNobodyGetsIn(String header) {
        assertThat(new ApiToken(" ").sender(header)).isEmpty();
    }
}
