package guanjia.knowledge;

import com.github.houbb.opencc4j.core.ZhConvert;
import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import com.github.houbb.opencc4j.support.datamap.IDataMap;
import com.github.houbb.opencc4j.support.datamap.impl.DataMaps;
import com.github.houbb.opencc4j.support.segment.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chinese in simplified and in traditional characters, by OpenCC's dictionaries of words and characters. Other text stays as it is. Safe for
 * use by many threads.
 */
public final class ChineseScript {
    private static final ZhConvert CONVERSION = ZhConvertBootstrap.newInstance()
            .segment(new LongestWords(DataMaps.defaults()))
            .init();

    private ChineseScript() {}

    /** The same in simplified characters. */
    public static String simplified(String text) {
        return CONVERSION.toSimple(text);
    }

    /** The same in traditional characters. */
    public static String traditional(String text) {
        return CONVERSION.toTraditional(text);
    }

    /**
     * Cuts a text into the longest words of the dictionaries, from left to right, and single characters between them. The library's own cutter does
     * the same by a tree of tens of thousands of maps, which each whole collection of the heap would visit.
     */
    private static final class LongestWords implements Segment {
        private static final int BITS = 1 << 20;

        private final IDataMap dictionaries;
        private final BitSet beginnings = new BitSet(BITS);
        private final int longest;

        LongestWords(IDataMap dictionaries) {
            this.dictionaries = dictionaries;
            List<String> words = Stream.of(dictionaries.stPhrase(), dictionaries.tsPhrase())
                    .flatMap(each -> each.keySet().stream())
                    .filter(word -> word.length() > 1)
                    .toList();
            words.forEach(word -> beginnings.set(beginning(word, 0)));
            this.longest = words.stream().mapToInt(String::length).max().orElse(1);
        }

        /** A place for the two characters there; others may share it. */
        private static int beginning(String text, int at) {
            return (text.charAt(at) * 31 + text.charAt(at + 1)) & (BITS - 1);
        }

        @Override
        public List<String> seg(String text) {
            List<String> words = new ArrayList<>();
            for (int at = 0; at < text.length(); at += words.getLast().length()) {
                words.add(wordAt(text, at));
            }
            return words;
        }

        private String wordAt(String text, int at) {
            int most = at + 1 < text.length() && beginnings.get(beginning(text, at)) ? longest : 1;
            for (int end = Math.min(text.length(), at + most); end > at + 1; end--) {
                String word = text.substring(at, end);
                if (dictionaries.stPhrase().containsKey(word)
                        || dictionaries.tsPhrase().containsKey(word)) {
                    return word;
                }
            }
            return text.substring(at, text.offsetByCodePoints(at, 1));
        }
    }
}
