package guanjia.knowledge;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a model's answer while it is being written: whole sentences, each only when its figures and addresses stand in the passages. Ends at
 * the first that doesn't; the whole reply is judged afterwards all the same. Belongs to one call of the model.
 */
final class Unfolding implements Consumer<String> {
    private static final Pattern BEGIN = Pattern.compile("\"answer\"\\s*:\\s*\"");
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；\\n]|\\.(?=\\s)");

    private final List<String> passages;
    private final int room;
    private final Consumer<String> soFar;
    private final StringBuilder reply = new StringBuilder();
    private String shown = "";
    private boolean failed;

    /** @param room the most characters that may be shown @param soFar told the checked beginning, longer each time */
    Unfolding(List<String> passages, int room, Consumer<String> soFar) {
        this.passages = List.copyOf(passages);
        this.room = room;
        this.soFar = soFar;
    }

    /** Further characters of the reply. */
    @Override
    public synchronized void accept(String part) {
        reply.append(part);
        String whole = wholeSentences(answer(reply.toString()));
        if (failed || whole.length() <= shown.length()) {
            return;
        }
        failed = whole.length() > room || !Grounding.stands(whole, passages);
        if (!failed) {
            shown = whole;
            soFar.accept(whole);
        }
    }

    /** What is there of the object's field "answer", unescaped. */
    static String answer(String json) {
        Matcher begin = BEGIN.matcher(json);
        if (!begin.find()) {
            return "";
        }
        StringBuilder answer = new StringBuilder();
        int at = begin.end();
        while (at < json.length() && json.charAt(at) != '"') {
            int length = json.charAt(at) != '\\' ? 1 : json.startsWith("\\u", at) ? 6 : 2;
            if (at + length > json.length()) {
                break;
            }
            answer.append(unescaped(json.substring(at, at + length)));
            at += length;
        }
        return answer.toString();
    }

    private static String unescaped(String written) {
        if (written.length() == 1) {
            return written;
        }
        return switch (written.charAt(1)) {
            case 'n' -> "\n";
            case 'u' ->
                written.substring(2).matches("[0-9a-fA-F]{4}")
                        ? Character.toString(Integer.parseInt(written.substring(2), 16))
                        : "";
            case 'r', 't', 'b', 'f' -> " ";
            default -> written.substring(1);
        };
    }

    private static String wholeSentences(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        int last = 0;
        while (end.find()) {
            last = end.end();
        }
        return text.substring(0, last).strip();
    }
}
