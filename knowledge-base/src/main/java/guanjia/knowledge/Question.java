package guanjia.knowledge;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody asks.
 *
 * @param estate the estate's code
 * @param building the asker's building as the estate names it, for notices in force; empty when unknown
 * @param audience who asks
 * @param text the words as typed, any language; what exceeds {@value #LONGEST_TEXT} characters isn't read
 * @param language the language that a language model is to answer in; handbook sentences stay as they are written
 * @param at the time of asking: which notices are in force
 * @param longest the most characters that the answer may have, e.g. {@value #SCREEN} or {@value #SMS}; also bounds each of two parts
 */
public record Question(
        String estate,
        Optional<String> building,
        Audience audience,
        String text,
        Locale language,
        Instant at,
        int longest) {
    /** Fits a chat bubble. From the measured default: whole sections up to here, else their best sentences. */
    public static final int SCREEN = 200;
    /** Fits three segments of SMS together with its citation. */
    public static final int SMS = 120;
    /** Nobody types more as a question; keeps a pasted book from costing time. */
    public static final int LONGEST_TEXT = 500;

    public Question {
        if (longest < 20) {
            throw new IllegalArgumentException("An answer needs room for a sentence: " + longest);
        }
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** The same question in other words, e.g. one part of it. */
    Question asking(String words) {
        return new Question(estate, building, audience, words, language, at, longest);
    }
}
