package guanjia.knowledge;

import java.util.regex.Pattern;

/**
 * Takes personal data out of a resident's words before they are stored for reports or leave for a model: telephone and identity numbers,
 * addresses of mail, account-like digits, and the name after "我是", "我叫", "my name is". Errs on the side of masking.
 */
final class Masking {
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern IDENTITY =
            Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)|\\b[A-Z]{1,2}\\d{6}(?:\\([0-9A]\\)|[0-9A])");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\d])\\+?\\d(?:[\\s()-]?\\d){6,}(?!\\d)");
    private static final Pattern CHINESE_NAME = Pattern.compile(
            "((?:我是|我叫|我係|名字(?:是|叫)|我姓|姓名[::]?)\\s*)(?!业主|业委|租|住|新|你|您|想|要|不|谁|来|在|从|一|这|那|个|老|\\d|[A-Za-z])\\p{IsHan}{1,4}?(?=[,,。.!!??;;\\s]|$|先生|女士|小姐|太太|师傅|住|家|我|的|电话|手机|想|要|请|问|,)");
    private static final Pattern ENGLISH_NAME =
            Pattern.compile("(?i)(\\b(?:my name is|this is|i am|i'm)\\s+)(?-i:[A-Z][a-z]+(?:\\s+[A-Z][a-z]+){0,2})");

    private Masking() {}

    static String masked(String text) {
        String mails = MAIL.matcher(text).replaceAll("▇");
        String identities = IDENTITY.matcher(mails).replaceAll("▇");
        String numbers = LONG_NUMBER.matcher(identities).replaceAll("▇");
        String names = CHINESE_NAME.matcher(numbers).replaceAll("$1▇");
        return ENGLISH_NAME.matcher(names).replaceAll("$1▇");
    }
}
