package guanjia.knowledge;

import java.util.function.Consumer;

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

    /**
     * As {@link #answer(Question)}, for somebody who watches.
     *
     * @param soFar told how the answer begins while a language model writes it: whole sentences whose figures and addresses were checked,
     *     longer each time, on any thread, perhaps never. The answer returned replaces them all
     */
    default Answer answer(Question question, Consumer<String> soFar) {
        return answer(question);
    }
}
