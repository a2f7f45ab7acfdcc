package guanjia.knowledge;

/** What words want when they don't ask the handbook. */
public enum Intent {
    /** Something is broken and is to be mended. */
    REPAIR,
    /** Somebody complains. */
    COMPLAINT,
    /** A court, room, slot or visit is to be booked, moved or given up. */
    BOOKING,
    /** A human being is wanted. */
    PERSON,
    /** Other people's data, or orders to the bot to break its rules: never answered. */
    PRIVATE_DATA,
    /** Greetings, thanks, talk. */
    SMALL_TALK
}
