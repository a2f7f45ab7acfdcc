package guanjia.knowledge.reading;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Counts what Word numbers by itself, since the numbers aren't in the text. For one document, in its order. */
final class WordNumbers {
    private static final int LEVELS = 9;
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    /** What Word would print before this paragraph: a number with its frame, a dash for bullets, nothing. */
    String next(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        if (list == null || list.signum() == 0) {
            return "";
        }
        String format = String.valueOf(paragraph.getNumFmt());
        int level = paragraph.getNumIlvl() == null
                ? 0
                : Math.clamp(paragraph.getNumIlvl().intValue(), 0, LEVELS - 1);
        int[] counter = counters.computeIfAbsent(list, ignored -> new int[LEVELS]);
        counter[level]++;
        Arrays.fill(counter, level + 1, LEVELS, 0);
        return switch (format) {
            case "bullet" -> "- ";
            case "none", "null" -> "";
            default -> framed(String.valueOf(paragraph.getNumLevelText()), format, counter, level);
        };
    }

    private static String framed(String frame, String format, int[] counter, int ownLevel) {
        String text = frame.contains("%") ? frame : "%" + (ownLevel + 1) + ".";
        for (int level = 0; level <= ownLevel; level++) {
            text = text.replace("%" + (level + 1), written(Math.max(1, counter[level]), format));
        }
        boolean closed = !text.isEmpty() && Lines.isWide(text.codePointBefore(text.length()));
        return closed ? text : text + " ";
    }

    private static String written(int number, String format) {
        return switch (format) {
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand" ->
                ChineseNumbers.write(number);
            case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
            case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
            default -> String.valueOf(number);
        };
    }
}
