package guanjia.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v3/api-docs} is complete and true. */
class ApiDescriptionTest extends ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @CsvSource({
        "put, /api/v1/estates/{estate}, application/json, 200",
        "put, /api/v1/estates/{estate}, application/json, 201",
        "post, /api/v1/staff, application/json, 201",
        "post, /api/v1/estates/{estate}/residents/import, text/csv, 200",
        "put, /api/v1/estates/{estate}/glossary, application/json, 200",
        "post, /api/v1/estates/{estate}/notices-in-force, application/json, 201",
        "post, /api/v1/estates/{estate}/handbooks, multipart/form-data, 201",
        "get, /api/v1/estates/{estate}/handbooks, , 200",
        "get, /api/v1/estates/{estate}/handbooks/{id}, , 200",
        "delete, /api/v1/estates/{estate}/handbooks/{id}, , 204",
        "get, /api/v1/estates/{estate}/gaps, , 200",
        "post, /api/v1/estates/{estate}/answers, application/json, 200",
        "get, /api/v1/conversations, , 200",
        "get, /api/v1/conversations/{id}/messages, , 200",
        "post, /api/v1/conversations/{id}/takeover, , 200",
        "post, /api/v1/conversations/{id}/messages, application/json, 200",
        "post, /api/v1/conversations/{id}/handback, , 200"
    })
    void describesWhatACallTakesAndAnswers(String method, String path, String takes, String status) {
        JsonNode call = description().path("paths").path(path).path(method);
        assertThat(call.path("summary").asString()).isNotBlank();
        if (takes == null) {
            assertThat(call.has("requestBody")).isFalse();
        } else {
            assertThat(schema(call.path("requestBody").path("content").path(takes)))
                    .isNotEmpty();
        }
        if (!status.equals("204")) {
            JsonNode content = call.path("responses").path(status).path("content");
            assertThat(schema(content.path("application/json"))).isNotEmpty();
        }
        for (String problem : List.of("400", "401", "403", "404")) {
            assertThat(call.path("responses")
                            .path(problem)
                            .path("content")
                            .path("application/problem+json")
                            .toString())
                    .contains("#/components/schemas/Problem");
        }
    }

    @Test
    void leavesNoCallOutAndInventsNone() {
        TreeSet<String> served = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(pattern -> pattern.startsWith("/api/"))
                .forEach(pattern ->
                        info.getMethodsCondition().getMethods().forEach(method -> served.add(method + " " + pattern))));
        TreeSet<String> described = new TreeSet<>();
        description().path("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void everySchemaThatIsReferredToIsThereUnderALawfulName() {
        JsonNode description = description();
        List<String> names =
                new ArrayList<>(description.path("components").path("schemas").propertyNames());
        assertThat(names).allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9._-]+"));
        assertThat(references(description)).isNotEmpty().allSatisfy(reference -> assertThat(names)
                .contains(reference.replace("#/components/schemas/", "")));
    }

    @Test
    void tellsHowToSignIn() {
        assertThat(description()
                        .path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @Test
    void namesTheFieldsOfTheContract() {
        JsonNode schemas = description().path("components").path("schemas");
        assertThat(schemas.path("EstateSettings").path("properties").propertyNames())
                .contains(
                        "name",
                        "kind",
                        "timeZone",
                        "currency",
                        "languages",
                        "hotline",
                        "emergencyHotline",
                        "onCallPhones")
                .contains("officeHours", "handoffTarget", "quietHours", "smsFrom", "smsCountries", "selfApproval");
        assertThat(schemas.path("NewAccount").path("properties").propertyNames())
                .contains("login", "name", "role", "estates", "password");
        assertThat(schemas.path("Answer").path("properties").propertyNames())
                .contains("outcome", "text", "confidence", "intent", "citations");
        assertThat(schemas.path("Citation").path("properties").propertyNames())
                .contains("handbook", "section", "quote", "url");
        assertThat(schemas.path("PublishedHandbook").path("properties").propertyNames())
                .contains("id", "title", "version", "sections", "warnings");
    }

    private static String schema(JsonNode content) {
        JsonNode schema = content.path("schema");
        return schema.isMissingNode() || schema.isEmpty() ? "" : schema.toString();
    }

    private static Stream<String> references(JsonNode node) {
        return Stream.concat(
                node.has("$ref") ? Stream.of(node.path("$ref").asString()) : Stream.empty(),
                node.valueStream().flatMap(ApiDescriptionTest::references));
    }

    private JsonNode description() {
        byte[] body = get(system(), "/v3/api-docs")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }
}
