package guanjia.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes the Bot API's JSON. */
public final class TelegramJson {
    private TelegramJson() {}

    /**
     * A mapper of the library's kind (Jackson 2, for its types). Thread-safe. Its buffers come from a pool, because those that Jackson keeps for
     * each thread are of no use to virtual threads, which begin and end with each update.
     */
    public static ObjectMapper mapper() {
        return new ObjectMapper(JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build());
    }
}
