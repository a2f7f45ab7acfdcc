package guanjia.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into overlapping pieces. */
final class Windows {
    private Windows() {}

    static List<String> over(String text, int size, int overlap) {
        if (text.length() <= size) {
            return List.of(text);
        }
        List<String> windows = new ArrayList<>();
        for (int from = 0; from + overlap < text.length(); from += size - overlap) {
            windows.add(text.substring(from, Math.min(text.length(), from + size)));
        }
        return windows;
    }
}
