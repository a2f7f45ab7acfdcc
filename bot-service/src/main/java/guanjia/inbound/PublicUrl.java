package guanjia.inbound;

import java.net.URI;

/**
 * Where the world reaches us; a proxy may hide it from requests.
 *
 * @param value without a slash at the end
 */
record PublicUrl(String value) {
    PublicUrl {
        value = value.strip().replaceFirst("/+$", "");
        if (!isWeb(value)) {
            throw new IllegalArgumentException(
                    "GUANJIA_PUBLIC_URL must be an address such as https://chat.example.com.");
        }
    }

    boolean isHttps() {
        return value.startsWith("https:");
    }

    String path(String path) {
        return value + path;
    }

    private static boolean isWeb(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
