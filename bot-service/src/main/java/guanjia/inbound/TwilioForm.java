package guanjia.inbound;

import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The fields of a form that Twilio posted. Personal data: no {@link #toString()} of its fields.
 *
 * @param fields name → value
 */
record TwilioForm(Map<String, String> fields) {
    /** The field, or empty text. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The field as a count; 0 when it isn't one. */
    int count(String name) {
        String value = text(name);
        return value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
    }

    /** Hands the posted form to a controller that returns plain values: the framework gives forms only reactively. */
    static final class Argument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == TwilioForm.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return exchange.getFormData()
                    .<Object>map(fields -> new TwilioForm(fields.toSingleValueMap()))
                    .onErrorMap(
                            IllegalArgumentException.class, e -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        }
    }

    @Override
    public String toString() {
        return "TwilioForm[" + fields.size() + " fields]";
    }
}
