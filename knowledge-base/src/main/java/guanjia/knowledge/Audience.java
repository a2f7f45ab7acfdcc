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

    /** Reads a handbook's own word for its audience; one that nobody knows is taken for {@link #STAFF}, so that nothing leaks. */
    static Audience of(String written) {
        return switch (written.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "", "everyone", "everybody", "all", "public", "所有人", "公开", "全部" -> EVERYBODY;
            case "residents", "resident", "住户", "居民", "租户", "tenants" -> RESIDENTS;
            case "owners", "owner", "业主" -> OWNERS;
            default -> STAFF;
        };
    }
}
