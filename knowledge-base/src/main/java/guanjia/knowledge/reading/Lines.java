package guanjia.knowledge.reading;

import java.util.regex.Pattern;

/** How lines of dirty text are cleaned and put together again. */
final class Lines {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u3000]+");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[。!?!?;;::.…]['\"”’」』)》)]*$", Pattern.DOTALL);
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)[-—–·\\s]*(?:第|page|p\\.)?\\s*\\d{1,4}\\s*页?"
            + "(?:\\s*(?:/|／|of|共|,|,|\\|)\\s*(?:共|第)?\\s*\\d{1,4}\\s*页?)?[-—–·\\s]*");

    private Lines() {}

    /** Without invisible characters, any run of blanks as one space, nothing at the ends. */
    static String clean(String line) {
        String visible =
                INVISIBLE.matcher(line.replace('\n', ' ').replace('\r', ' ')).replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    static boolean endsSentence(String line) {
        return SENTENCE_END.matcher(line).matches();
    }

    /** A line that only says which page this is. */
    static boolean isPageNumber(String line) {
        return line.length() <= 30 && PAGE_NUMBER.matcher(line).matches();
    }

    /** Two halves of one sentence: a space between them only where the script needs one. */
    static String join(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        boolean spaced = !isWide(first.codePointBefore(first.length())) && !isWide(second.codePointAt(0));
        return spaced ? first + " " + second : first + second;
    }

    /** Chinese characters and full-width punctuation: written without spaces between. */
    static boolean isWide(int character) {
        return Character.isIdeographic(character)
                || (character >= 0x3000 && character <= 0x303F)
                || (character >= 0xFF00 && character <= 0xFFEF)
                || (character >= 0x2018 && character <= 0x201D);
    }
}
