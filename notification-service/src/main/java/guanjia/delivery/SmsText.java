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

    private static final int LONGEST_SEGMENT = 153;

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_TWICE = "\f^{}\\[~]|€";
    /** Mainland carriers drop messages with addresses in them, with or without "http". */
    private static final Pattern URL = Pattern.compile(
            "\\s*(?:https?://|www\\.|(?:[a-z0-9-]+\\.)+[a-z]{2,}/)(?:[!-~]*[a-z0-9/#=_-])?", Pattern.CASE_INSENSITIVE);

    private SmsText() {}

    /** The words and the buttons as numbered lines; for +86 without addresses, elsewhere links with theirs. */
    static String of(Content content, String to) {
        boolean links = !to.startsWith("+86");
        StringBuilder options = new StringBuilder();
        int number = 0;
        for (List<Button> row : content.buttons()) {
            for (Button button : row) {
                if (!button.isLink()) {
                    options.append('\n').append(++number).append(' ').append(button.label());
                } else if (links) {
                    options.append('\n').append(button.label()).append(' ').append(button.token());
                }
            }
        }
        return links
                ? shorten(content.text().strip(), options.toString())
                : shorten(withoutAddresses(content.text()).strip(), withoutAddresses(options.toString()));
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

    private static String withoutAddresses(String text) {
        return URL.matcher(text).replaceAll("");
    }

    /**
     * Last resort: whole sentences as far as they fit, then a mark; replies are written short enough before. What the reader can choose from
     * is never cut: half a list can't be answered.
     */
    private static String shorten(String words, String options) {
        String whole = (words + options).strip();
        int most = Math.max(MOST_SEGMENTS, segments(options) + 1);
        if (segments(whole) <= most) {
            return whole;
        }
        String rest = (isGsm(whole) ? "..." : "…") + options;
        String shorter = words;
        while (shorter.length() > 1 && segments(shorter + rest) > most) {
            int room = Math.min(shorter.length() - 1, most * LONGEST_SEGMENT);
            shorter = shorter.substring(0, Sentences.cut(shorter, room)).strip();
        }
        return shorter + rest;
    }

    private static boolean isGsm(String text) {
        return text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_TWICE.indexOf(c) >= 0);
    }
}
