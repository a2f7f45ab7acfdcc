package guanjia.knowledge;

import java.util.Optional;

/**
 * Recognises what isn't a handbook question. Rules first; the comparison with example utterances only where rules are silent. Never
 * throws for anything a person can type. Safe for use by many threads.
 */
public interface Readings {
    /**
     * Whether the words report a danger that exists now. Rules alone, well under 1 ms, no store and no model: ask it before anything
     * else. Questions about dangers ("消防通道在哪") and past ones ("上周电梯困人的事") are none.
     */
    Optional<Emergency> emergency(String text);

    /** What the words want; empty for a question to the handbook. Rules, then 2 to 5 ms of comparison; may wait for other embeddings. */
    Optional<Intent> intent(String text);
}
