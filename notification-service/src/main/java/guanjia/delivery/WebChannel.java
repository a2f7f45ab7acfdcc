package guanjia.delivery;

/** "Sends" to the web chat: the page reads the transcript itself and only needs a nudge. */
final class WebChannel implements Channel {
    private final WebNudges nudges;

    WebChannel(WebNudges nudges) {
        this.nudges = nudges;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEB;
    }

    @Override
    public SendOutcome send(String id, Address address, Content content) {
        nudges.nudge(address.value());
        return new SendOutcome.Sent("");
    }
}
