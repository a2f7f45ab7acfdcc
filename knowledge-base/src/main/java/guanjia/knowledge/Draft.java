package guanjia.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model proposes; nothing of it is shown unchecked.
 *
 * @param answered false when the model says that the passages don't tell
 */
record Draft(boolean answered, String answer, List<Source> citations) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param section the passage's id in the prompt */
    record Source(String section, String quote) {}

    /** Empty when it isn't the object that was asked for. */
    static Optional<Draft> read(@Nullable String reply) {
        if (reply == null) {
            return Optional.empty();
        }
        int from = reply.indexOf('{');
        int to = reply.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    JSON.readValue(reply.substring(from, to + 1), Wire.class).draft());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Wire(
            @Nullable Boolean answered,
            @Nullable String answer,
            @Nullable List<WireSource> citations) {
        Draft draft() {
            List<Source> sources = citations == null
                    ? List.of()
                    : citations.stream().map(WireSource::source).toList();
            return new Draft(answered == null || answered, answer == null ? "" : answer.strip(), sources);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record WireSource(
            @Nullable String section, @Nullable String quote) {
        Source source() {
            return new Source(section == null ? "" : section.strip(), quote == null ? "" : quote.strip());
        }
    }
}
