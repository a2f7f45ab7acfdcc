package guanjia.knowledge.reading;

import guanjia.knowledge.reading.UnreadableHandbook.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of a text file to text: UTF-8 or UTF-16 by their marks, else UTF-8 if it is valid, else GB18030 if the result looks written by people. */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GB2312 = Charset.forName("GB2312");

    /** Random bytes decoded as GB18030 hit everyday characters less than half of the time, wrongly decoded Big5 somewhat more; real simplified text nearly always. */
    private static final double LEAST_ORDINARY = 0.85;

    private TextDecoder() {}

    static String decode(byte[] content) throws UnreadableHandbook {
        String text = marked(content)
                .or(() -> strictly(StandardCharsets.UTF_8, content, 0).filter(TextDecoder::isText))
                .or(() -> strictly(GB18030, content, 0)
                        .filter(TextDecoder::isText)
                        .filter(TextDecoder::isOrdinary))
                .orElseThrow(() -> new UnreadableHandbook(Reason.NOT_TEXT));
        if (text.isBlank()) {
            throw new UnreadableHandbook(Reason.EMPTY);
        }
        return text;
    }

    private static Optional<String> marked(byte[] content) {
        HandbookFile file = new HandbookFile("", content);
        Optional<String> text = Optional.empty();
        if (file.startsWith(0xEF, 0xBB, 0xBF)) {
            text = strictly(StandardCharsets.UTF_8, content, 3);
        } else if (file.startsWith(0xFF, 0xFE)) {
            text = strictly(StandardCharsets.UTF_16LE, content, 2);
        } else if (file.startsWith(0xFE, 0xFF)) {
            text = strictly(StandardCharsets.UTF_16BE, content, 2);
        }
        return text.filter(TextDecoder::isText);
    }

    private static Optional<String> strictly(Charset charset, byte[] content, int from) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString());
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        long control = text.chars()
                .filter(character -> Character.isISOControl(character) && !Character.isWhitespace(character))
                .count();
        return text.indexOf('\0') < 0 && control <= text.length() / 1000 + 2;
    }

    /** GB2312 holds ASCII, Chinese punctuation and the 6,763 simplified characters that running text is made of. */
    private static boolean isOrdinary(String text) {
        CharsetEncoder everyday = GB2312.newEncoder();
        long ordinary = text.chars()
                .filter(character -> everyday.canEncode((char) character))
                .count();
        return ordinary >= LEAST_ORDINARY * text.length();
    }
}
