package guanjia.knowledge;

/** Who may read a section, and who asks. Each may read what those before it may. */
public enum Audience {
    /** Anybody with the link. */
    EVERYBODY,
    /** People whose home is proven. */
    RESIDENTS,
    /** Proven owners. */
    OWNERS,
    /** Signed-in staff; never shown to residents. */
    STAFF;

    /** Whether somebody of this audience may read what is written for the other. */
    public boolean mayRead(Audience writtenFor) {
        return writtenFor.ordinal() <= ordinal();
    }
}
