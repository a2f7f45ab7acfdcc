package guanjia.delivery;

/** The ways a message can travel. A new channel is one constant here, one {@link Channel} and one adapter in {@code inbound}. */
public enum ChannelKind {
    TELEGRAM,
    SMS,
    WEB
}
