package guanjia.inbound;

/** Hears what became of messages we sent. Blocking. Safe for use by many threads. */
interface SmsReceipts {
    /**
     * @param sid Twilio's id of the message
     * @param status Twilio's word, e.g. {@code delivered}
     * @param errorCode Twilio's number; 0 for none
     * @throws RuntimeException (the store's) when it can't be stored
     */
    void record(String sid, String status, int errorCode);
}
