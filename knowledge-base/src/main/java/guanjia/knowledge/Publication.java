package guanjia.knowledge;

import guanjia.knowledge.reading.UnreadableHandbook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What became of a file. */
public sealed interface Publication {
    /** It is in force. @param warnings what a person should look at, e.g. a table that couldn't be read; simplified Chinese */
    record Published(Handbook handbook, List<String> warnings) implements Publication {}

    /**
     * It can't be read; what was in force stays.
     *
     * @param code stable, e.g. {@code handbook-too-large}
     * @param reason a sentence for staff in simplified Chinese, without the file's content
     */
    record Unreadable(String code, String reason) implements Publication {
        /** The same sentence in the reader's language (zh-Hans, zh-Hant or en); simplified Chinese for others. */
        public String reasonIn(Locale language) {
            return Arrays.stream(UnreadableHandbook.Reason.values())
                    .filter(known -> known.code().equals(code))
                    .findFirst()
                    .map(known -> known.inWords(language))
                    .orElse(reason);
        }
    }
}
