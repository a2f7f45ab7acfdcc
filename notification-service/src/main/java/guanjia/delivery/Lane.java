package guanjia.delivery;

/** Who goes first when a provider's limit is tight: in the order of the constants; campaigns keep at least a tenth. */
public enum Lane {
    /** Safety words and alarms; has a reserve of its own and is sent again when in doubt. */
    EMERGENCY,
    /** Answers in a running chat; sent again when in doubt. */
    REPLY,
    /** Notices about one's own ticket, booking or account; SMS are looked up at the provider when in doubt. */
    TRANSACTIONAL,
    /** Notices, greetings, reminders to many; never sent again when in doubt. */
    CAMPAIGN
}
