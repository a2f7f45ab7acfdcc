package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest extends ApiTest {
    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpenToAllAndSaysNothingElse(String path) {
        byte[] body = get(anybody(), path)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).asString().isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void theMetricsWantTheTokenAndNothingElse() {
        get(anybody(), "/actuator/prometheus").expectStatus().isUnauthorized();
        get(staff("home-manager"), "/actuator/prometheus").expectStatus().isUnauthorized();
        get(anybody().mutate().defaultHeader("Authorization", "Bearer wrong").build(), "/actuator/prometheus")
                .expectStatus()
                .isUnauthorized();
        byte[] metrics = get(system(), "/actuator/prometheus")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(metrics).asString().contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/health/mongo",
                "/secret",
                "/v2/api-docs"
            })
    void whatNobodyServesIsNotThere(String path) {
        get(anybody(), path).expectStatus().isNotFound();
        get(system(), path).expectStatus().isNotFound();
    }

    @Test
    void residentsNeedNoToken() {
        get(anybody(), "/chat?estate=yihe").expectStatus().isOk();
    }
}
