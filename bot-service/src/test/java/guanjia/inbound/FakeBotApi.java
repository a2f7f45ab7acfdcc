package guanjia.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Telegram's side of getUpdates on the wire, as the Bot API describes it: an update stays until a call asks for a higher offset, and each
 * call gives at most 100. Troubles come in the order they were planned, one a call.
 */
final class FakeBotApi implements ResponseDefinitionTransformerV2 {
    /** What may go wrong with a call. */
    enum Trouble {
        CONFLICT,
        UNAUTHORIZED,
        TOO_MANY,
        BROKEN_JSON,
        BAD_GATEWAY,
        CUT_BEFORE_THE_ANSWER,
        CUT_IN_THE_ANSWER,
        ANSWERED_TWICE
    }

    private static final int MOST = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final TreeMap<Long, String> waiting = new TreeMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final List<Long> offsets = new ArrayList<>();
    private String last = "";

    synchronized void arrives(long id, String update) {
        waiting.put(id, update);
    }

    synchronized void plan(Trouble trouble) {
        troubles.add(trouble);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized List<Long> offsets() {
        return List.copyOf(offsets);
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Trouble trouble = troubles.poll();
        if (trouble == null) {
            return answer(event.getRequest().getBodyAsString());
        }
        return switch (trouble) {
            case CONFLICT -> error(409, "Conflict: terminated by other getUpdates request", "");
            case UNAUTHORIZED -> error(401, "Unauthorized", "");
            case TOO_MANY -> error(429, "Too Many Requests: retry after 1", ",\"parameters\":{\"retry_after\":1}");
            case BROKEN_JSON -> text(200, "{\"ok\":true,\"result\":[{\"update_id\":");
            case BAD_GATEWAY -> text(502, "<html>bad gateway</html>");
            case CUT_BEFORE_THE_ANSWER ->
                new ResponseDefinitionBuilder()
                        .withFault(Fault.CONNECTION_RESET_BY_PEER)
                        .build();
            case CUT_IN_THE_ANSWER ->
                new ResponseDefinitionBuilder()
                        .withFault(Fault.MALFORMED_RESPONSE_CHUNK)
                        .build();
            case ANSWERED_TWICE -> text(200, last);
        };
    }

    @Override
    public String getName() {
        return "bot-api";
    }

    private ResponseDefinition answer(String body) {
        long offset = read(body).path("offset").asLong();
        offsets.add(offset);
        waiting.headMap(offset).clear();
        last = waiting.values().stream()
                .limit(MOST)
                .collect(Collectors.joining(",", "{\"ok\":true,\"result\":[", "]}"));
        return text(200, last);
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseDefinition error(int code, String said, String more) {
        return text(code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + said + "\"" + more + "}");
    }

    private static ResponseDefinition text(int status, String body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body)
                .build();
    }
}
