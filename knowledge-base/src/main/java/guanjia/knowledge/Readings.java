package guanjia.knowledge;

import java.util.Optional;

/**
 * Recognises what isn't a handbook question. Rules first; the comparison with example utterances only where rules are silent. Never
 * throws for anything a person can type. Safe for use by many threads.
 */
public interface Readings {
    /**
     * Whether the words report a danger that exists now: ask it before anything else. Rules, well under 1 ms; where they are silent and the words
     * are more than a menu word, a number or a name, also likeness to example sentences, some 2 ms, which the search for an answer then saves.
     * Questions about dangers ("消防通道在哪") and past ones ("上周电梯困人的事") are none.
     */
    Optional<Emergency> emergency(String text);

    /** What the words want; empty for a question to the handbook. Rules, then 2 to 5 ms of comparison; may wait for other embeddings. */
    Optional<Intent> intent(String text);
}
