package guanjia.conversations;

import java.util.regex.Pattern;

/** Guesses from its look whether a message without an answer was a question, half a sentence, or neither. */
final class QuestionLook {
    private static final Pattern QUESTION = Pattern.compile(
            "[?？]|[吗嘛呢么]\\s*$|什么|怎么|怎样|如何|几点|几号|几时|多少|多久|多大|哪|谁|为什么|为何|是否|有没有|能不能|可不可以|可以.*吗|"
                    + "點樣|點解|幾點|幾多|幾時|邊度|邊個|乜嘢|係咪|有冇|得唔得|"
                    + "(?i)^(what|how|when|where|who|why|which|can|could|do|does|did|is|are|will|would|may|should|any|tell me)\\b");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{3,12}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Up to so many characters may be the beginning of something: people send "我家" "厨房" "漏水了" one after the other. */
    private static final int FRAGMENT = 5;

    /** From so many Chinese characters on it is a statement about something, and "I don't know" is the honest answer. */
    private static final int STATEMENT = 8;

    private QuestionLook() {}

    /** Whether it has a question mark or a word that asks. */
    static boolean asks(String text) {
        return QUESTION.matcher(text.strip()).find();
    }

    static boolean isQuestion(String text) {
        return asks(text) || HAN.matcher(text).results().count() >= STATEMENT;
    }

    static boolean isFragment(String text) {
        String words = text.strip();
        return !asks(words)
                && (words.length() <= FRAGMENT && HAN.matcher(words).find()
                        || WORD.matcher(words).matches());
    }
}
