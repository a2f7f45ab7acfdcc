package guanjia.knowledge.reading;

import java.util.OptionalInt;

/** The numbers of Chinese headings, 一 to 九十九. */
final class ChineseNumbers {
    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseNumbers() {}

    /** Beyond 99 in Arabic digits, as such documents do themselves. */
    static String write(int number) {
        if (number < 1 || number > 99) {
            return String.valueOf(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        String before = tens == 0 ? "" : (tens == 1 ? "十" : DIGITS.charAt(tens) + "十");
        return before + (ones == 0 ? "" : DIGITS.charAt(ones));
    }

    /** Reads both Chinese and Arabic digits; empty for anything else. */
    static OptionalInt read(String written) {
        if (written.matches("\\d{1,3}")) {
            return OptionalInt.of(Integer.parseInt(written));
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return written.length() == 1 && DIGITS.indexOf(written) > 0
                    ? OptionalInt.of(DIGITS.indexOf(written))
                    : OptionalInt.empty();
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(0));
        int ones = ten == written.length() - 1 ? 0 : DIGITS.indexOf(written.charAt(ten + 1));
        boolean wellFormed = ten <= 1 && written.length() <= ten + 2 && tens > 0 && ones >= 0;
        return wellFormed ? OptionalInt.of(tens * 10 + ones) : OptionalInt.empty();
    }
}
