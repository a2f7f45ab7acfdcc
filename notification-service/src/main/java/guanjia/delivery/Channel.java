package guanjia.delivery;

import java.util.List;

/**
 * One way out. Blocking, one message a call, no retries inside, no limits inside: the workers do both. Safe for use by many threads.
 * Every implementation passes the channel contract test.
 */
public interface Channel {
    /** Which channel this is. */
    ChannelKind kind();

    /**
     * Makes one attempt.
     *
     * @param id the delivery's id, for providers that know idempotency keys, and for the log
     * @return what came of it; an unexpected answer of the provider is an outcome too, never an exception
     */
    SendOutcome send(String id, Address address, Content content);

    /**
     * Cuts what is longer than one message carries; each part is sent and recorded by itself. The same content is always cut the same way.
     *
     * @return at least one part, in order; buttons are under the last
     */
    default List<Content> split(Content content) {
        return List.of(content);
    }
}
