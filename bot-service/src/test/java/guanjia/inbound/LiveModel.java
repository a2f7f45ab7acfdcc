package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language model on the wire as OpenAI's interface streams one: server-sent chunks with a few characters each, the end marked by
 * {@code [DONE]}, over time. It cites the passage that holds its quote.
 */
final class LiveModel implements ResponseDefinitionTransformerV2 {
    /** As many characters as a token has in Chinese, about. */
    private static final int TOKEN = 2;

    private static final int PIECES = 24;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Plan> plans = new LinkedHashMap<>();

    /** @param millis the whole reply takes, in even pieces @param delay before it begins, in milliseconds */
    private record Plan(String answer, String quote, int millis, int delay) {}

    /** To a question that holds these words it says this, within a time. */
    synchronized void says(String question, String answer, String quote, int millis) {
        plans.put(question, new Plan(answer, quote, millis, 0));
    }

    /** As {@link #says}, but it thinks so long before. */
    synchronized void saysLate(String question, String answer, String quote, int delay) {
        plans.put(question, new Plan(answer, quote, 1, delay));
    }

    @Override
    public String getName() {
        return "live-model";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        String prompt = prompt(event.getRequest().getBodyAsString());
        String asked = prompt.substring(prompt.lastIndexOf("Question: "));
        Plan plan = plans.entrySet().stream()
                .filter(known -> asked.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody planned an answer to " + asked));
        return new ResponseDefinitionBuilder()
                .withStatus(200)
                .withHeader("Content-Type", "text/event-stream")
                .withBody(stream(reply(plan, prompt)))
                .withFixedDelay(plan.delay())
                .withChunkedDribbleDelay(PIECES, plan.millis())
                .build();
    }

    private String prompt(String request) {
        try {
            JsonNode messages = json.readTree(request).path("messages");
            return messages.path(messages.size() - 1).path("content").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String reply(Plan plan, String prompt) {
        Matcher passage = Pattern.compile(
                        "\\[(S\\d)](?:(?!\\n\\n\\[S).)*?" + Pattern.quote(plan.quote()), Pattern.DOTALL)
                .matcher(prompt);
        if (!passage.find()) {
            throw new IllegalStateException("No passage holds " + plan.quote() + ": " + prompt);
        }
        return write(Map.of(
                "answered",
                true,
                "answer",
                plan.answer(),
                "citations",
                List.of(Map.of("section", passage.group(1), "quote", plan.quote()))));
    }

    private String stream(String reply) {
        List<String> events = new ArrayList<>();
        for (int from = 0; from < reply.length(); from += TOKEN) {
            events.add(chunk(Map.of("content", reply.substring(from, Math.min(reply.length(), from + TOKEN))), null));
        }
        events.add(chunk(Map.of(), "stop"));
        events.add("[DONE]");
        return "data: " + String.join("\n\ndata: ", events) + "\n\n";
    }

    private String chunk(Map<String, String> delta, String finish) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("delta", delta);
        choice.put("finish_reason", finish);
        return write(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion.chunk",
                "created",
                1795572000,
                "model",
                "live",
                "choices",
                List.of(choice)));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
