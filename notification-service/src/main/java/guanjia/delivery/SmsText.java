package guanjia.delivery;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as an SMS. GSM 03.38 (7 bit) holds 160 characters, 153 in each of several segments, characters of the extension table count
 * twice; anything else makes it UCS-2: 70 and 67 (3GPP TS 23.038, 23.040).
 */
final class SmsText {
    /** A reply's most segments. */
    static final int MOST_SEGMENTS = 3;

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_TWICE = "\f^{}\\[~]|€";
    /** Mainland carriers drop messages with addresses in them. */
    private static final Pattern URL = Pattern.compile("\\s*(?:https?://|www\\.)[^\\s,。;、)】]+");

    private SmsText() {}

    /** The words and the buttons as numbered lines; for +86 without addresses, elsewhere links with theirs. */
    static String of(Content content, String to) {
        boolean links = !to.startsWith("+86");
        StringBuilder text = new StringBuilder(content.text());
        int number = 0;
        for (List<Button> row : content.buttons()) {
            for (Button button : row) {
                if (!button.isLink()) {
                    text.append('\n').append(++number).append(' ').append(button.label());
                } else if (links) {
                    text.append('\n').append(button.label()).append(' ').append(button.token());
                }
            }
        }
        String all = links ? text.toString() : URL.matcher(text).replaceAll("");
        return shorten(all.strip());
    }

    /** How many segments a carrier makes of it. */
    static int segments(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (GSM.indexOf(c) >= 0) {
                septets++;
            } else if (GSM_TWICE.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return pieces(text.length(), 70, 67);
            }
        }
        return pieces(septets, 160, 153);
    }

    private static int pieces(int length, int alone, int together) {
        return length <= alone ? 1 : (length + together - 1) / together;
    }

    /** Last resort: whole sentences as far as they fit, then "…"; replies are written short enough before. */
    private static String shorten(String text) {
        String shorter = text;
        while (segments(shorter) > MOST_SEGMENTS) {
            int most = Math.min(shorter.length() - 2, longest(shorter));
            shorter = shorter.substring(0, Sentences.cut(shorter, most)).strip() + "…";
        }
        return shorter;
    }

    /** The "…" makes it UCS-2 in any case. */
    private static int longest(String text) {
        return Math.min(text.length() - 2, MOST_SEGMENTS * 67 - 1);
    }
}
