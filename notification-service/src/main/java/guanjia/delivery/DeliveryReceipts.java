package guanjia.delivery;

/** Takes in what a provider reports about messages it took from us. Blocking. Safe for use by many threads. */
public interface DeliveryReceipts {
    /**
     * Records a report; late, doubled and out-of-order ones are fine, a state only moves forward. Unknown ids are ignored: the report may
     * overtake our own record, and a later one or the look-up sets it right.
     *
     * @param providerId the provider's id of the message (Twilio's {@code SM…})
     * @param status the provider's word for the state, e.g. {@code delivered} (Twilio Messaging API, MessageStatus)
     * @param errorCode the provider's error number; 0 for none
     * @throws RuntimeException (the store's) when it can't be stored
     */
    void recordStatus(String providerId, String status, int errorCode);
}
