package guanjia.conversations;

/** Who answers in a conversation. Changed only by one conditional update. */
public enum Mode {
    /** The bot. */
    BOT,
    /** Nobody yet: the resident waits for a person. */
    WAITING,
    /** A member of staff; the bot is silent, emergencies aside. */
    AGENT
}
