package guanjia.dialogue;

/** Ends a flow's run at a question without an answer. One for all: it carries nothing, {@link Replay} knows the question. */
final class Pause extends RuntimeException {
    static final Pause HERE = new Pause();

    private Pause() {
        super("A flow must let this pass: it has no try blocks", null, false, false);
    }
}
