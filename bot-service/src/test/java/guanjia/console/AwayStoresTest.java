package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.lettuce.core.RedisCommandTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;

class AwayStoresTest {
    private final AwayStores away = new AwayStores();

    static RuntimeException[] failures() {
        return new RuntimeException[] {
            new RedisCommandTimeoutException("HGETALL"),
            new MongoTimeoutException("no server"),
            new QueryTimeoutException("")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsThatAStoreIsAway(RuntimeException failure) {
        assertThatThrownBy(() -> handle(failure)).isInstanceOfSatisfying(ResponseStatusException.class, told -> {
            assertThat(told.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(told).hasCause(failure);
        });
    }

    @Test
    void leavesEverythingElseToOthers() {
        IllegalStateException ours = new IllegalStateException("ours");

        assertThatThrownBy(() -> handle(ours)).isSameAs(ours);
    }

    private void handle(RuntimeException failure) {
        away.handle(MockServerWebExchange.from(MockServerHttpRequest.get("/console")), failure)
                .block();
    }
}
