package guanjia.delivery;

/**
 * The numbers of the sample estates' people. They may belong to somebody, so a real provider never gets them; a stand-in set by
 * {@code GUANJIA_TWILIO_API_URL} does, so that the sample estate can be tried.
 */
final class SampleNumbers {
    private SampleNumbers() {}

    static boolean contain(String e164) {
        return e164.matches("\\+8525550\\d{4}|\\+86170000\\d{5}");
    }
}
