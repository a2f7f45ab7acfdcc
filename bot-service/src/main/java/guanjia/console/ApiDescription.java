package guanjia.console;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says besides what the controllers say: how to sign in, and the problems that any call may answer with. */
@Configuration(proxyBeanMethods = false)
@OnConsoleRole
class ApiDescription {
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "A field, a parameter or the body can't be read; \"errors\" names every wrong field",
            "401", "Neither the API token nor a signed-in member of staff",
            "403", "Your role doesn't allow this",
            "404", "There is none, or it belongs to an estate of others");
    private static final Map<String, String> PROBLEMS_OF_BODIES = Map.of(
            "409", "It contradicts what there is; the code says how",
            "413", "The body is too large",
            "415", "The body has another media type than described",
            "422", "The file can't be used; the code says why");

    /** As every problem looks. */
    record Problem(
            @io.swagger.v3.oas.annotations.media.Schema(example = "Bad Request")
            String title,

            @io.swagger.v3.oas.annotations.media.Schema(example = "400")
            int status,

            @io.swagger.v3.oas.annotations.media.Schema(description = "What happened and what to do, in one sentence")
            String detail,

            String instance,

            @io.swagger.v3.oas.annotations.media.Schema(
                    description = "Stable name of the problem",
                    example = "invalid-field")
            String code,

            @io.swagger.v3.oas.annotations.media.Schema(description = "With invalid-field: the first wrong field")
            String field,

            @io.swagger.v3.oas.annotations.media.Schema(description = "With invalid-field: all of them")
            List<Fields.Wrong> errors) {}

    @Bean
    OpenAPI apiOverview() {
        return new OpenAPI()
                .info(new Info()
                        .title("Guanjia")
                        .version("1")
                        .description(
                                "Errors are RFC 9457 problem details with a code. Times are ISO 8601 with an offset. "
                                        + "Enumerations are read in any case and written in upper case. What belongs to an estate of "
                                        + "others is 404.")
                        .license(new License().name("Apache License 2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("GUANJIA_API_TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OpenApiCustomizer problemsOfEveryCall() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperationsMap().entrySet().stream())
                    .forEach(call -> addProblems(call.getKey(), call.getValue()));
        };
    }

    private static void addProblems(PathItem.HttpMethod method, Operation operation) {
        PROBLEMS.forEach((status, meaning) -> addProblem(operation, status, meaning));
        if (method != PathItem.HttpMethod.GET && operation.getRequestBody() != null) {
            PROBLEMS_OF_BODIES.forEach((status, meaning) -> addProblem(operation, status, meaning));
        }
    }

    private static void addProblem(Operation operation, String status, String meaning) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(meaning)
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(problem))));
    }
}
