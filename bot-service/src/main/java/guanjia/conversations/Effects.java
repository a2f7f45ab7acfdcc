package guanjia.conversations;

import guanjia.dialogue.Effect;
import guanjia.dialogue.EffectHandler;
import guanjia.dialogue.EffectKey;
import guanjia.dialogue.EffectOutcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes effects outside the conversation happen, each by the handler of its class and under its key, and takes back those of a turn that
 * was not committed as it was. Thread-safe.
 */
final class Effects {
    /** More effects than any turn has: a turn that crashed is searched so far for effects that nobody wants any more. */
    private static final int MOST = 8;

    private final Map<Class<?>, EffectHandler<?>> handlers = new HashMap<>();

    /** @throws IllegalArgumentException when two handlers want the same effects */
    Effects(Collection<EffectHandler<?>> all) {
        for (EffectHandler<?> handler : all) {
            if (handlers.put(handler.handles(), handler) != null) {
                throw new IllegalArgumentException(
                        "Two handlers of " + handler.handles().getSimpleName());
            }
        }
    }

    /** Whether an effect changes more than the conversation itself. */
    boolean reachesOutside(Effect effect) {
        return handlers.containsKey(effect.getClass());
    }

    EffectOutcome run(TurnDraft draft, Effect effect) {
        EffectHandler<?> handler = handlers.get(effect.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "Nobody handles " + effect.getClass().getSimpleName());
        }
        return run(handler, draft.nextKey(), effect);
    }

    private static <E extends Effect> EffectOutcome run(EffectHandler<E> handler, EffectKey key, Effect effect) {
        return handler.run(key, handler.handles().cast(effect));
    }

    /** Takes back all effects of this attempt. */
    void undo(TurnDraft draft) {
        undo(draft, 0, draft.effects());
    }

    /** Takes back what an earlier attempt at the same turn may have done and this one didn't want. */
    void undoBeyond(TurnDraft draft) {
        undo(draft, draft.effects(), MOST);
    }

    private void undo(TurnDraft draft, int from, int to) {
        for (int index = from; index < to; index++) {
            EffectKey key = new EffectKey(draft.before().id().value(), draft.number(), index);
            handlers.values().forEach(handler -> handler.undo(key));
        }
    }
}
