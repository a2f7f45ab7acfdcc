package guanjia.dialogue;

/**
 * Makes effects of one class happen. Blocking; called on virtual threads, also twice for one key and at the same time from two processes.
 *
 * @param <E> the class of effects
 */
public interface EffectHandler<E extends Effect> {
    /** The class handled; one handler a class. */
    Class<E> handles();

    /**
     * Makes it happen, exactly once for a key: a second call with the same key finds what was done and answers the same.
     *
     * @return what became of it; "no" is an outcome
     * @throws RuntimeException when it is broken: the turn is run again later under the same key
     */
    EffectOutcome run(EffectKey key, E effect);

    /** Takes back what was done under this key, because the turn was not committed as it was. Nothing done: nothing happens. */
    void undo(EffectKey key);
}
