package guanjia.dialogue;

import java.util.Map;

/** State to and from a plain tree of maps, lists, strings, numbers and booleans, as a document store keeps it. Pure. */
public final class StateCodec {
    private StateCodec() {}

    /** The tree. Values are String, Integer, Boolean, List and Map only; times are ISO-8601 strings. */
    public static Map<String, Object> write(State state) {
        throw new UnsupportedOperationException();
    }

    /** Reads any tree: what is unknown or doesn't fit is left out; a tree that makes no sense at all gives {@link State#fresh()}. Never throws. */
    public static State read(Map<String, ?> tree) {
        throw new UnsupportedOperationException();
    }
}
