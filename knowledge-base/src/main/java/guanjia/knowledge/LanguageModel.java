package guanjia.knowledge;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of the model with a hard end: no retry, no reply after the limit. After {@value #STRIKES} failures in a row it is left alone for
 * {@link #REST}, so that residents don't wait for a model that is down. Safe for use by many threads.
 */
final class LanguageModel implements AutoCloseable {
    static final Duration REST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(LanguageModel.class);
    private static final int STRIKES = 3;

    private final ChatModel model;
    private final StreamingChatModel streaming;
    private final Duration limit;
    private final Clock clock;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger strikes = new AtomicInteger();
    private volatile Instant restsUntil = Instant.MIN;

    LanguageModel(LlmSettings settings, Clock clock) {
        this.limit = settings.timeout();
        this.clock = clock;
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(http())
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isBlank() ? "none" : settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
        this.streaming = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http())
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isBlank() ? "none" : settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .timeout(settings.timeout())
                .build();
    }

    private static JdkHttpClientBuilder http() {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    }

    /** The reply; empty when it failed, took too long or rests. */
    Optional<String> ask(String rules, String question) {
        return await(() -> model.chat(request(rules, question)).aiMessage().text());
    }

    /**
     * The same for somebody who watches.
     *
     * @param parts told the reply piece by piece as it comes; nothing more after this has returned
     */
    Optional<String> ask(String rules, String question, Consumer<String> parts) {
        Streamed reply = new Streamed(parts);
        try {
            return await(() -> {
                streaming.chat(request(rules, question), reply);
                return reply.whole.get();
            });
        } finally {
            reply.whole.cancel(true);
        }
    }

    private Optional<String> await(Callable<String> asking) {
        if (clock.instant().isBefore(restsUntil)) {
            return Optional.empty();
        }
        Future<String> call = calls.submit(asking);
        try {
            Optional<String> reply = Optional.ofNullable(call.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            strikes.set(0);
            return reply;
        } catch (TimeoutException e) {
            call.cancel(true);
            return strike("took longer than " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            return strike("failed: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    private static ChatRequest request(String rules, String question) {
        return ChatRequest.builder()
                .messages(SystemMessage.from(rules), UserMessage.from(question))
                .responseFormat(ResponseFormat.JSON)
                .build();
    }

    /** A reply on its way in. */
    private static final class Streamed implements StreamingChatResponseHandler {
        private final Consumer<String> parts;
        private final CompletableFuture<String> whole = new CompletableFuture<>();

        Streamed(Consumer<String> parts) {
            this.parts = parts;
        }

        @Override
        public void onPartialResponse(String part) {
            if (!whole.isDone()) {
                parts.accept(part);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            whole.complete(response.aiMessage().text());
        }

        @Override
        public void onError(Throwable error) {
            whole.completeExceptionally(error);
        }
    }

    private Optional<String> strike(String what) {
        if (strikes.incrementAndGet() >= STRIKES) {
            restsUntil = clock.instant().plus(REST);
            strikes.set(0);
            LOG.warn(
                    "The language model {}, {} times in a row: answers are extracts for {} s",
                    what,
                    STRIKES,
                    REST.toSeconds());
        } else {
            LOG.info("The language model {}: the answer is the extract", what);
        }
        return Optional.empty();
    }
}
