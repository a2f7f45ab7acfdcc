package guanjia.inbound;

import guanjia.delivery.Address;
import guanjia.delivery.ChannelKind;
import guanjia.directory.EstateCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.util.MultiValueMap;

/**
 * One browser, known by a random cookie only. The store sees a hash of it: who reads the store can't take over a chat.
 *
 * @param token 192 random bits
 */
record ChatVisitor(String token) {
    static final String COOKIE = "guanjia_chat";

    private static final int RANDOM_BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

    static ChatVisitor fresh(RandomGenerator random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return new ChatVisitor(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** @return empty when the browser brings no cookie of ours */
    static Optional<ChatVisitor> of(MultiValueMap<String, HttpCookie> cookies) {
        return Optional.ofNullable(cookies.getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .filter(value -> FORM.matcher(value).matches())
                .map(ChatVisitor::new);
    }

    /** The chat of this browser with one estate: chats with different estates know nothing of each other. */
    Address chatWith(Optional<EstateCode> estate) {
        try {
            String whole = token + "\n" + estate.map(EstateCode::value).orElse("");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return new Address(
                    ChannelKind.WEB, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
        }
    }

    @Override
    public String toString() {
        return "ChatVisitor";
    }
}
