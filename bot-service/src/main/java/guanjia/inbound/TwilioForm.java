package guanjia.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form that Twilio posted. Personal data: no {@link #toString()} of its fields.
 *
 * @param fields name → value; of a repeated name the last
 */
record TwilioForm(Map<String, String> fields) {
    /** @return empty when it isn't a form */
    static Optional<TwilioForm> parse(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new TwilioForm(fields));
    }

    /** The field, or empty text. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The field as a count; 0 when it isn't one. */
    int count(String name) {
        String value = text(name);
        return value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TwilioForm[" + fields.size() + " fields]";
    }
}
