package guanjia.inbound;

import com.twilio.security.RequestValidator;
import org.jspecify.annotations.Nullable;

/** Proves that a form came from Twilio: signed over the public address, which a proxy may hide from the request. Safe for use by many threads. */
final class TwilioSignatures {
    private final RequestValidator validator;
    private final PublicUrl publicUrl;

    TwilioSignatures(String authToken, PublicUrl publicUrl) {
        this.validator = new RequestValidator(authToken);
        this.publicUrl = publicUrl;
    }

    /**
     * @param path from the first slash
     * @param query as sent, undecoded; null for none
     * @param signature the header {@code X-Twilio-Signature}; null when absent
     */
    boolean isGenuine(String path, @Nullable String query, TwilioForm form, @Nullable String signature) {
        String url = publicUrl.path(path) + (query == null ? "" : "?" + query);
        return signature != null && validator.validate(url, form.fields(), signature);
    }
}
