package guanjia.console;

import com.mongodb.MongoException;
import guanjia.stores.TroubleLog;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Tells a caller of the REST API what went wrong: always a problem with a code, never a page or a stack trace. */
@RestControllerAdvice
@OnConsoleRole
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final TroubleLog TROUBLE = TroubleLog.of(ApiErrors.class);
    private static final Map<Integer, String> CODES = Map.of(
            400, "bad-request",
            401, "not-signed-in",
            403, "not-allowed",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type");

    private static final Map<Integer, String> SENTENCES = Map.of(
            404, "There is nothing at this address.",
            405, "This address doesn't take this method; the header \"Allow\" names those that it takes.",
            406, "This address has nothing of the media type that \"Accept\" asks for.",
            413, "The body is too large: JSON takes 1 MB.",
            415, "This address doesn't take a body of this media type; /v3/api-docs says which one it takes.");

    /** What no other rule knows. Pages have their own way to tell. */
    @ExceptionHandler
    Mono<ResponseEntity<Object>> unforeseen(Throwable failure, ServerWebExchange exchange) {
        if (!isApi(exchange)) {
            return Mono.error(failure);
        }
        if (failure instanceof MongoException away) {
            TROUBLE.tell("A call to the API failed because the store is away", away);
            return answer(
                    HttpStatus.SERVICE_UNAVAILABLE, "store-away", "The data store is away; try again in a moment.");
        }
        LOG.error("A call to the API failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here; it was logged.");
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException wrong, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        ProblemDetail body = ApiProblem.body(status, "bad-request", sentence(wrong));
        return handleExceptionInternal(wrong, body, headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleMissingRequestValueException(
            MissingRequestValueException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        String detail = "The " + missing.getLabel() + " \"" + missing.getName() + "\" is missing.";
        return handleExceptionInternal(
                missing, ApiProblem.body(status, "bad-request", detail), headers, status, exchange);
    }

    /** Who opened an address in a browser gets a page, from where all pages of errors come. */
    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        boolean page = !isApi(exchange)
                && exchange.getRequest().getHeaders().getAccept().contains(MediaType.TEXT_HTML);
        return page ? Mono.error(failure) : super.handleExceptionInternal(failure, body, headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        if (isApi(exchange)
                && body instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey(ApiProblem.CODE))) {
            problem.setProperty(ApiProblem.CODE, CODES.getOrDefault(status.value(), "failed"));
            problem.setDetail(SENTENCES.getOrDefault(status.value(), problem.getDetail()));
        }
        return super.createResponseEntity(body, headers, status, exchange);
    }

    private static Mono<ResponseEntity<Object>> answer(HttpStatus status, String code, String detail) {
        return Mono.just(ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ApiProblem.body(status, code, detail)));
    }

    private static boolean isApi(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/");
    }

    private static String sentence(ServerWebInputException wrong) {
        for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException unfit && !unfit.getPath().isEmpty()) {
                return "The field \"" + path(unfit) + "\" doesn't hold what it should (" + place(unfit) + ").";
            }
            if (cause instanceof DatabindException unfit) {
                return "The JSON isn't of the wanted shape (" + place(unfit) + ").";
            }
            if (cause instanceof JacksonException broken) {
                return "The body isn't valid JSON (" + place(broken) + "): " + firstLine(broken.getOriginalMessage());
            }
            if (cause instanceof TypeMismatchException) {
                return parameter(wrong) + " can't be read.";
            }
        }
        return wrong.getCause() instanceof DecodingException || wrong.getCause() instanceof DataBufferLimitException
                ? "The body can't be read."
                : String.valueOf(wrong.getReason()) + ".";
    }

    private static String parameter(ServerWebInputException wrong) {
        return wrong.getMethodParameter() == null
                ? "A parameter"
                : "The parameter \"" + wrong.getMethodParameter().getParameterName() + "\"";
    }

    private static String path(JacksonException unfit) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unfit.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
    }

    private static String place(JacksonException problem) {
        return problem.getLocation() == null
                ? "place unknown"
                : "line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
