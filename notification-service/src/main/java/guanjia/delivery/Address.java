package guanjia.delivery;

/**
 * Where a message goes. Personal data: {@link #toString()} shows the channel only.
 *
 * @param channel the channel
 * @param value TELEGRAM: the chat id in decimal; SMS: the phone number in E.164; WEB: the id of the web conversation
 * @param sender SMS: the number or messaging service (E.164 or {@code MG…}) to send from, empty for the installation's own; otherwise empty
 */
public record Address(ChannelKind channel, String value, String sender) {
    /** @throws IllegalArgumentException when the value is blank */
    public Address {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An address needs a value");
        }
    }

    /** An address that the installation's own sender reaches. */
    public Address(ChannelKind channel, String value) {
        this(channel, value, "");
    }

    @Override
    public String toString() {
        return "Address[" + channel + "]";
    }
}
