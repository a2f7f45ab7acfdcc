package guanjia.delivery;

/** What is done about a message that was perhaps sent. */
enum Doubt {
    /** Send again: a double is better than silence. Needs no note in the store before the call. */
    SEND_AGAIN,
    /** Ask the provider, send again only if it doesn't have it. */
    LOOK_UP,
    /** Ask the provider where it can be asked, never send again: silence is better than a double. */
    LEAVE;

    /** Telegram can't be asked what it took (Bot API 10.1 has no such method), Twilio can. */
    static Doubt of(Lane lane, ChannelKind channel) {
        if (lane == Lane.CAMPAIGN) {
            return LEAVE;
        }
        return channel == ChannelKind.SMS ? LOOK_UP : SEND_AGAIN;
    }
}
