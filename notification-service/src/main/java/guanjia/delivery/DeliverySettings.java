package guanjia.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an operator sets for delivery, checked.
 *
 * @param telegram empty: Telegram is off
 * @param twilio empty: SMS are off
 */
record DeliverySettings(Optional<Telegram> telegram, Optional<Twilio> twilio) {
    private static final Pattern TELEGRAM_TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");
    private static final Pattern SENDER = Pattern.compile("\\+[1-9]\\d{6,14}|MG[0-9a-fA-F]{32}");

    /** @param token the bot's @param apiUrl without a slash at the end @param rate messages a second, Bot FAQ: 30 */
    record Telegram(String token, URI apiUrl, double rate) {
        @Override
        public String toString() {
            return "Telegram[" + apiUrl.getHost() + "]";
        }
    }

    /**
     * @param apiUrl without a slash at the end
     * @param from an E.164 number or a messaging service
     * @param rate messages a second and sender; a long code takes one
     * @param statusCallback where Twilio reports to
     */
    record Twilio(String accountSid, String authToken, String from, URI apiUrl, double rate, URI statusCallback) {
        /** Whether this is Twilio itself: sample numbers are written to only on a stand-in. */
        boolean isTheProvider() {
            return apiUrl.getHost().endsWith("twilio.com");
        }

        @Override
        public String toString() {
            return "Twilio[" + apiUrl.getHost() + "]";
        }
    }

    /** A setting that the product can't start with; the message is one sentence for the operator, naming the variable. */
    static final class WrongSetting extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        WrongSetting(String variable, String wanted) {
            super(variable + " must be " + wanted + ".");
        }
    }

    /**
     * Reads and checks them.
     *
     * @param property property → value, empty when it isn't set
     * @throws WrongSetting naming the environment variable
     */
    static DeliverySettings of(Function<String, String> property) {
        return new DeliverySettings(telegram(property), twilio(property));
    }

    private static Optional<Telegram> telegram(Function<String, String> property) {
        String token = property.apply("guanjia.telegram.token").strip();
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (!TELEGRAM_TOKEN.matcher(token).matches()) {
            throw new WrongSetting("GUANJIA_TELEGRAM_TOKEN", "a bot's token, digits, a colon and letters");
        }
        return Optional.of(new Telegram(
                token,
                url(property, "guanjia.telegram.api-url", "https://api.telegram.org"),
                rate(property, "guanjia.telegram.rate", 30)));
    }

    private static Optional<Twilio> twilio(Function<String, String> property) {
        String account = property.apply("guanjia.twilio.account-sid").strip();
        String token = property.apply("guanjia.twilio.auth-token").strip();
        String from = property.apply("guanjia.twilio.from").strip();
        if (account.isEmpty() && token.isEmpty() && from.isEmpty()) {
            return Optional.empty();
        }
        String both =
                "set together with the other two of GUANJIA_TWILIO_ACCOUNT_SID, GUANJIA_TWILIO_AUTH_TOKEN and GUANJIA_TWILIO_FROM";
        if (account.isEmpty()) {
            throw new WrongSetting("GUANJIA_TWILIO_ACCOUNT_SID", both);
        }
        if (token.isEmpty()) {
            throw new WrongSetting("GUANJIA_TWILIO_AUTH_TOKEN", both);
        }
        if (!SENDER.matcher(from).matches()) {
            throw new WrongSetting(
                    "GUANJIA_TWILIO_FROM", "a number such as +85251234567 or a messaging service id MG…");
        }
        URI callback = url(property, "guanjia.public-url", "http://localhost:8080");
        return Optional.of(new Twilio(
                account,
                token,
                from,
                url(property, "guanjia.twilio.api-url", "https://api.twilio.com"),
                rate(property, "guanjia.sms.rate", 1),
                URI.create(callback + "/webhooks/twilio/status")));
    }

    private static URI url(Function<String, String> property, String name, String otherwise) {
        String set = property.apply(name).strip().replaceFirst("/+$", "");
        try {
            URI url = URI.create(set.isEmpty() ? otherwise : set);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(variable(name), "an address such as " + otherwise);
        }
        throw new WrongSetting(variable(name), "an address such as " + otherwise);
    }

    private static double rate(Function<String, String> property, String name, double otherwise) {
        String set = property.apply(name).strip();
        try {
            double rate = set.isEmpty() ? otherwise : Double.parseDouble(set);
            if (rate > 0 && rate <= 100_000) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw new WrongSetting(variable(name), "a number of messages a second, over 0");
        }
        throw new WrongSetting(variable(name), "a number of messages a second, over 0");
    }

    private static String variable(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
