package guanjia.console;

import guanjia.directory.Language;
import guanjia.knowledge.NoticeInForce;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code POST …/notices-in-force} takes. */
@Schema(name = "NewNoticeInForce")
record NoticeBody(
        @Schema(
                description = "Where, in words that residents know. Buildings that it names are the ones it concerns; "
                        + "without any it concerns the whole estate",
                example = "3栋、5栋")
        @Nullable
        String area,

        @Schema(description = "The buildings it concerns, when the area's words don't name them", example = "[\"3\"]")
        @Nullable
        List<@Nullable String> buildings,

        @Schema(description = "When it begins, with an offset", example = "2026-11-25T09:00:00+08:00") @Nullable
        String from,

        @Schema(description = "When it ends by itself, with an offset", example = "2026-11-25T17:00:00+08:00") @Nullable
        String to,

        @Schema(description = "What residents feel", example = "停水") @Nullable
        String effect,

        @Schema(description = "What to mind", example = "请提前储水") @Nullable
        String safetyHint,

        @Schema(description = "What to tell, by language", example = "{\"zh-Hans\": \"今天 9:00 到 17:00 停水。\"}") @Nullable
        Map<String, @Nullable String> texts) {
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_WORDS = 200;
    private static final String MOMENT = "a time with an offset such as 2026-11-25T09:00:00+08:00";

    /** The notice; the same words give the same id. @param named the reader of the area's words @throws ApiProblem naming wrong fields */
    NoticeInForce notice(String estate, NamedBuildings named) {
        Fields fields = new Fields();
        Optional<String> where = fields.need("area", area, Fields.words(1, LONGEST_WORDS), "1 to 200 characters");
        Optional<Instant> begin = fields.need("from", from, NoticeBody::moment, MOMENT);
        Optional<Instant> end = fields.need("to", to, NoticeBody::moment, MOMENT);
        Optional<String> what = fields.need("effect", effect, Fields.words(1, LONGEST_WORDS), "1 to 200 characters");
        String hint =
                fields.read("safetyHint", safetyHint, "", Fields.words(0, LONGEST_WORDS), "at most 200 characters");
        Map<String, String> told = texts(fields);
        boolean forward = begin.isEmpty() || end.isEmpty() || begin.get().isBefore(end.get());
        fields.check(forward, "to", "later than \"from\"");
        Set<String> concerned = buildings(fields, named);
        fields.refuseWrong();
        String id = id(List.of(
                where.orElseThrow(),
                begin.orElseThrow(),
                end.orElseThrow(),
                what.orElseThrow(),
                hint,
                told,
                concerned));
        return new NoticeInForce(
                estate,
                id,
                where.orElseThrow(),
                concerned,
                begin.orElseThrow(),
                end.orElseThrow(),
                what.orElseThrow(),
                hint,
                told);
    }

    private Map<String, String> texts(Fields fields) {
        Map<String, String> told = new LinkedHashMap<>();
        fields.check(texts != null && !texts.isEmpty(), "texts", "a text in at least one of zh-Hans, zh-Hant, en");
        Optional.ofNullable(texts).orElse(Map.of()).forEach((tag, text) -> {
            Optional<Language> language = Language.of(tag);
            fields.check(language.isPresent(), "texts", "by zh-Hans, zh-Hant or en");
            String field = "texts." + tag;
            fields.need(field, text, Fields.words(1, LONGEST_TEXT), "1 to 1,000 characters")
                    .ifPresent(words -> language.ifPresent(known -> told.put(known.tag(), words)));
        });
        return told;
    }

    private Set<String> buildings(Fields fields, NamedBuildings named) {
        return buildings == null
                ? named.in(area == null ? "" : area)
                : new TreeSet<>(fields.list(
                        "buildings",
                        buildings,
                        List.of(),
                        written -> Optional.of(written.toUpperCase(Locale.ROOT)).filter(name -> !name.isEmpty()),
                        "names of buildings"));
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller names the field
        }
    }

    private static String id(List<Object> parts) {
        return UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
