package guanjia.conversations;

import guanjia.directory.Language;
import guanjia.knowledge.ChineseScript;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the language of a message where its characters do. Many Chinese words look alike in both scripts: those tell nothing new. */
final class WrittenLanguage {
    /**
     * What a carrier or Twilio tells people to send, in these English words wherever they live ("Advanced Opt-Out" in Twilio's documents): they
     * say nothing about a language.
     */
    private static final Set<String> KEYWORDS = Set.of(
            "start",
            "unstop",
            "yes",
            "stop",
            "stopall",
            "unsubscribe",
            "cancel",
            "end",
            "quit",
            "revoke",
            "optout",
            "help",
            "info");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Two words, or one that isn't an abbreviation: "ok", "3A" and "wifi" are written in every language. */
    private static final Pattern ENGLISH = Pattern.compile("[a-zA-Z']{2,}[^a-zA-Z']+[a-zA-Z']{2,}|\\b[a-zA-Z]{5,}\\b");

    /** Links and addresses are Latin letters in every language. */
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+|\\S+@\\S+");

    private WrittenLanguage() {}

    /**
     * @param text what was written
     * @param current the language until now
     * @param chinese the script of Chinese that doesn't tell one, after something else
     * @return empty when nothing tells it from the current one
     */
    static Optional<Language> of(String text, Language current, Language chinese) {
        String words = LINK.matcher(text).replaceAll(" ");
        if (HAN.matcher(words).find()) {
            return chinese(words, current, chinese);
        }
        boolean keyword = KEYWORDS.contains(Phrases.plain(words));
        return !keyword && ENGLISH.matcher(words).find() ? Optional.of(Language.EN) : Optional.empty();
    }

    private static Optional<Language> chinese(String text, Language current, Language chinese) {
        boolean traditional = !ChineseScript.simplified(text).equals(text);
        boolean simplified = !ChineseScript.traditional(text).equals(text);
        if (traditional != simplified) {
            return Optional.of(traditional ? Language.ZH_HANT : Language.ZH_HANS);
        }
        return current == Language.EN ? Optional.of(chinese) : Optional.empty();
    }
}
