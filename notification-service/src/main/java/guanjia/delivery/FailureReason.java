package guanjia.delivery;

/** Why a message can't be delivered, in our words; the console and reports translate them. */
public enum FailureReason {
    /** The resident blocked the bot or deleted the chat (Telegram 403). */
    BLOCKED,
    /** The resident opted out at the provider (Twilio 21610). */
    OPTED_OUT,
    /** No such chat or number (Telegram 400 "chat not found", Twilio 21211, 21614, 30003, 30005, 30006). */
    UNREACHABLE,
    /** The provider filtered the content (Twilio 30007) or refuses it as malformed. */
    CONTENT_REFUSED,
    /** The country or number may not be written to (Twilio 21408, the estate's smsCountries, a sample number). */
    NOT_PERMITTED,
    /** Our credentials are wrong (401): an operator must act. */
    CREDENTIALS,
    /** Too late to be of use. */
    EXPIRED,
    /** Tried as often as the policy allows. */
    GAVE_UP
}
