package guanjia.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern RATE = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
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

        /** Twilio refuses messages with a callback on this very machine (21609); their reports are asked for instead. */
        boolean canBeReportedTo() {
            return !isTheProvider() || !HERE.contains(statusCallback.getHost());
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
        URI publicUrl = url(property, "guanjia.public-url", "http://localhost:8080");
        return new DeliverySettings(telegram(property), twilio(property, publicUrl));
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

    private static Optional<Twilio> twilio(Function<String, String> property, URI publicUrl) {
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
        return Optional.of(new Twilio(
                account,
                token,
                from,
                url(property, "guanjia.twilio.api-url", "https://api.twilio.com"),
                rate(property, "guanjia.sms.rate", 1),
                URI.create(publicUrl + "/webhooks/twilio/status")));
    }

    private static URI url(Function<String, String> property, String name, String otherwise) {
        String set = property.apply(name).strip().replaceFirst("/+$", "");
        return web(set.isEmpty() ? otherwise : set)
                .orElseThrow(() -> new WrongSetting(variable(name), "an address such as " + otherwise));
    }

    /** What paths are added to: no query, no fragment, no password, which would stand in logs. */
    private static Optional<URI> web(String written) {
        try {
            URI url = new URI(written);
            boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean here = url.getHost() != null && url.getPort() <= 65_535;
            return plain && web && here ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static double rate(Function<String, String> property, String name, double otherwise) {
        String set = property.apply(name).strip();
        if (set.isEmpty()) {
            return otherwise;
        }
        double rate = RATE.matcher(set).matches() ? Double.parseDouble(set) : 0;
        if (rate <= 0 || rate > 100_000) {
            throw new WrongSetting(variable(name), "a number of messages a second, over 0");
        }
        return rate;
    }

    private static String variable(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
