package guanjia.knowledge.reading;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;

/** Which paragraphs of a Word document are headings, and how deep: by outline level or name of their style or a style it is based on. */
final class WordStyles {
    /** The level that marks lines of a table of contents. */
    static final int CONTENTS = -2;

    private static final int LONGEST_CHAIN = 10;
    private static final int BODY_TEXT = 9;
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题|標題)\\s*([1-9])");
    private final XWPFDocument document;

    WordStyles(XWPFDocument document) {
        this.document = document;
    }

    /** 1–9 for headings, {@link WordLines#TITLE}, {@link #CONTENTS}, or 0 for text. */
    int levelOf(XWPFParagraph paragraph) {
        var own = paragraph.getCTP().getPPr();
        if (own != null && own.isSetOutlineLvl()) {
            return level(own.getOutlineLvl()).orElse(0);
        }
        @Nullable XWPFStyle style = style(paragraph.getStyle());
        for (int step = 0; style != null && step < LONGEST_CHAIN; step++) {
            Optional<Integer> level = levelOf(style);
            if (level.isPresent()) {
                return level.get();
            }
            style = style(style.getBasisStyleID());
        }
        return 0;
    }

    private static Optional<Integer> levelOf(XWPFStyle style) {
        String name = String.valueOf(style.getName()).toLowerCase(Locale.ROOT);
        Matcher heading = HEADING.matcher(name);
        if (heading.matches()) {
            return Optional.of(Integer.parseInt(heading.group(1)));
        }
        if (name.startsWith("toc ") || name.startsWith("目录")) {
            return Optional.of(CONTENTS);
        }
        if (name.equals("title") || name.equals("标题") || name.equals("標題")) {
            return Optional.of(WordLines.TITLE);
        }
        var properties = style.getCTStyle().getPPr();
        return properties != null && properties.isSetOutlineLvl()
                ? level(properties.getOutlineLvl())
                : Optional.empty();
    }

    private static Optional<Integer> level(CTDecimalNumber zeroBased) {
        BigInteger value = zeroBased.getVal();
        return value.signum() >= 0 && value.intValue() < BODY_TEXT
                ? Optional.of(value.intValue() + 1)
                : Optional.empty();
    }

    private @Nullable XWPFStyle style(@Nullable String id) {
        return id == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(id);
    }
}
