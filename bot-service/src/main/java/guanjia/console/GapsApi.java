package guanjia.console;

import guanjia.knowledge.Gaps;
import guanjia.staff.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/estates/{estate}/gaps}: what residents asked in vain. */
@RestController
@OnConsoleRole
@Tag(name = "Answers")
class GapsApi {
    private static final String PATH = "/api/v1/estates/{estate}/gaps";
    private static final int MOST = 200;

    private final Gaps gaps;
    private final Access access;

    GapsApi(Gaps gaps, Access access) {
        this.gaps = gaps;
        this.access = access;
    }

    @Schema(name = "Gap")
    record Gap(
            String id,

            @Schema(description = "As first asked; phones and names are masked")
            String question,

            @Schema(description = "Other wordings") List<String> examples,
            @Schema(description = "How often it was asked") long count,
            Instant first,
            Instant last,

            @Schema(description = "Title of the section that came nearest; may be empty")
            String nearest) {
        static Gap of(Gaps.Gap gap) {
            return new Gap(
                    gap.id(), gap.question(), gap.examples(), gap.count(), gap.first(), gap.last(), gap.nearest());
        }

        List<String> cells() {
            return List.of(
                    question,
                    String.join(" | ", examples),
                    String.valueOf(count),
                    first.toString(),
                    last.toString(),
                    nearest);
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Questions that found no answer",
            description = "Those of one meaning are grouped, the one asked last comes first, at most 200. As CSV with "
                    + "Accept: text/csv.")
    List<Gap> list(@PathVariable String estate, Authentication who) {
        String code =
                access.enter(Staff.of(who), Right.READ_GAPS, estate).code().value();
        return gaps.newest(code, MOST).stream().map(Gap::of).toList();
    }

    @GetMapping(path = PATH, produces = "text/csv;charset=UTF-8")
    @Operation(hidden = true)
    String csv(@PathVariable String estate, Authentication who) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("question", "examples", "count", "first", "last", "nearest"));
        list(estate, who).forEach(gap -> rows.add(gap.cells()));
        return CsvOut.of(rows);
    }
}
