package guanjia.dialogue;

/**
 * What should happen after a turn, e.g. "open this ticket": a record of the feature that owns it, compared by value. Run by the
 * {@link EffectHandler} of its class, under an {@link EffectKey}.
 */
public interface Effect {}
