package guanjia.console;

import guanjia.directory.ResidentsImport;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How the bodies of the REST API are read, and how long they may be: JSON 1 MB, CSV 10 MB, handbooks 20 MB. */
@Configuration(proxyBeanMethods = false)
@OnConsoleRole
class ApiBodies implements WebFluxConfigurer {
    /** The largest handbook, as the reader of handbooks takes it; a byte more is enough for it to say so in the reader's language. */
    private static final int LONGEST_UPLOAD = 20 * 1024 * 1024 + 1;

    private static final int LONGEST_JSON = 1_000_000;

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().maxInMemorySize(LONGEST_JSON);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new CsvArgument(), new UploadArgument());
    }

    private static final class CsvArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CsvBody.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            if (exchange.getRequest().getHeaders().getContentLength() > ResidentsImport.MAX_BYTES) {
                return Mono.error(tooLarge());
            }
            return bytes(exchange.getRequest().getBody(), ResidentsImport.MAX_BYTES)
                    .defaultIfEmpty(new byte[0])
                    .map(CsvBody::new);
        }
    }

    private static final class UploadArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Upload.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return exchange.getMultipartData()
                    .onErrorMap(DecodingException.class, ApiBodies::broken)
                    .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
                    .flatMap(UploadArgument::file);
        }

        private static Mono<Object> file(MultiValueMap<String, Part> parts) {
            return parts.getFirst("file") instanceof FilePart file
                    ? bytes(file.content(), LONGEST_UPLOAD)
                            .defaultIfEmpty(new byte[0])
                            .map(bytes -> new Upload(file.filename(), bytes))
                    : Mono.error(new ApiProblem(
                            HttpStatus.BAD_REQUEST,
                            "file-missing",
                            "Send the handbook as a file in the part \"file\" of a multipart form."));
        }
    }

    private static Mono<byte[]> bytes(Flux<DataBuffer> body, int most) {
        return DataBufferUtils.join(body, most)
                .map(joined -> {
                    byte[] bytes = new byte[joined.readableByteCount()];
                    joined.read(bytes);
                    DataBufferUtils.release(joined);
                    return bytes;
                })
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge());
    }

    private static Throwable broken(DecodingException failure) {
        return failure.getCause() instanceof DataBufferLimitException
                ? tooLarge()
                : new ApiProblem(HttpStatus.BAD_REQUEST, "form-broken", "The multipart form can't be read.");
    }

    private static ApiProblem tooLarge() {
        return new ApiProblem(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large: CSV takes 10 MB, handbooks 20 MB.");
    }
}
