package guanjia.knowledge;

/**
 * Answers residents' questions from an estate's handbooks and notices in force, or says that it doesn't know. Takes 5 to 40 ms without
 * a language model, at most 8 s more with one. Blocking; call from a virtual thread. Safe for use by many threads.
 */
@FunctionalInterface
public interface KnowledgeBase {
    /**
     * Answers from what the asker's audience may read. Never throws for anything a person can type.
     *
     * @throws RuntimeException (the store's) only while an estate is asked for the first time and its handbooks can't be read
     */
    Answer answer(Question question);
}
