package guanjia.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The installation's token for other systems, {@code GUANJIA_API_TOKEN}. Whoever shows it acts as {@code api:token}. Compared in constant
 * time; the token itself isn't kept. Immutable.
 */
public final class ApiToken {
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;
    private final boolean set;

    /** @param configured as the operator set it; blank: nobody gets in by a token */
    public ApiToken(String configured) {
        this.digest = digest(configured.strip());
        this.set = !configured.isBlank();
    }

    /**
     * Who sends a request.
     *
     * @param authorization the header's value; empty when it is missing
     * @return empty when it isn't the token
     */
    public Optional<StaffMember> sender(String authorization) {
        if (!set || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] shown = digest(authorization.substring(SCHEME.length()).strip());
        return MessageDigest.isEqual(digest, shown) ? Optional.of(StaffMember.ofToken("token")) : Optional.empty();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
