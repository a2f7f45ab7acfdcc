package guanjia.inbound;

import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;

/** What every page of the product may do in a browser, residents' and staff's alike. */
public final class PageHeaders {
    /** Nothing but our own files and our own server; no inline script or style. Tabler draws its marks as data: images. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    /** Sets them for a chain of requests. */
    public static void strict(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .permissionsPolicy(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), interest-cohort=()"));
    }
}
