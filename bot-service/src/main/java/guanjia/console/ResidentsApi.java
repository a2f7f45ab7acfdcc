package guanjia.console;

import guanjia.directory.Language;
import guanjia.directory.ResidentsImport;
import guanjia.directory.ResidentsImport.Absent;
import guanjia.directory.ResidentsImport.FileProblem;
import guanjia.directory.ResidentsImport.Refused;
import guanjia.directory.ResidentsImport.Taken;
import guanjia.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/estates/{estate}/residents}: the register. */
@RestController
@OnConsoleRole
@Tag(name = "Residents")
class ResidentsApi {
    private final ResidentImports imports;

    ResidentsApi(ResidentImports imports) {
        this.imports = imports;
    }

    /** A line that wasn't taken. */
    record Rejected(
            @Schema(description = "Its number in the file, the header being 1")
            int line,

            @Schema(example = "phone-missing") String code,

            @Schema(description = "In the reader's language")
            String reason) {}

    @Schema(name = "ImportResult")
    record Imported(
            @Schema(description = "Whether nothing was changed because a preview was asked for")
            boolean preview,

            @Schema(description = "Lines that made a new person or a new home of one")
            int added,

            @Schema(description = "Lines that changed something")
            int changed,

            @Schema(description = "Lines that changed nothing")
            int unchanged,

            @Schema(description = "Homes ended because a snapshot doesn't name them")
            int ended,

            List<Rejected> rejected) {}

    @PostMapping(path = "/api/v1/estates/{estate}/residents/import", consumes = "text/csv")
    @Operation(
            summary = "Take the register from a CSV file",
            description =
                    "Columns building,unit,name,phone,role,language and, if wanted, from,until,salutation,tags, in any order. "
                            + "UTF-8 with or without BOM, or GB18030; at most 10 MB and 50,000 lines. Bad lines are reported and the good "
                            + "ones taken; the same file twice changes nothing. Nobody is removed, except by snapshot=true.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema =
                                                    @Schema(
                                                            type = "string",
                                                            example = "building,unit,name,phone,role,language\n"
                                                                    + "3,201,王芳,+85255500110,owner,zh-Hans"))))
    Imported take(
            @PathVariable String estate,
            @Parameter(description = "true ends what the file doesn't name") @RequestParam(defaultValue = "false")
                    boolean snapshot,
            @Parameter(description = "true counts and changes nothing") @RequestParam(defaultValue = "false")
                    boolean preview,
            @Parameter(
                            description =
                                    "How many homes the preview said that it ends; another number is 409 count-differs")
                    @RequestParam(required = false)
                    @Nullable
                    Integer expectEnded,
            @RequestHeader(name = "Accept-Language", defaultValue = "zh-Hans") String languages,
            @Parameter(hidden = true) CsvBody file,
            Authentication who) {
        StaffMember staff = Staff.of(who);
        Absent absent = snapshot ? Absent.END : Absent.KEEP;
        OptionalInt expected = expectEnded == null ? OptionalInt.empty() : OptionalInt.of(expectEnded);
        ResidentsImport.Outcome outcome = preview
                ? imports.preview(staff, estate, file.bytes(), absent)
                : imports.take(staff, estate, file.bytes(), absent, expected);
        Language reader = Language.accepted(languages).orElse(Language.ZH_HANS);
        return switch (outcome) {
            case Refused refused -> throw problem(refused.problem(), reader);
            case Taken taken -> shown(taken, preview, reader);
        };
    }

    private static Imported shown(Taken taken, boolean preview, Language reader) {
        List<Rejected> rejected = taken.rejected().stream()
                .map(bad -> new Rejected(
                        bad.line(),
                        bad.reason().code(),
                        ProblemWords.of("line." + bad.reason().code(), reader)))
                .toList();
        return new Imported(preview, taken.added(), taken.changed(), taken.unchanged(), taken.ended(), rejected);
    }

    private static ApiProblem problem(FileProblem problem, Language reader) {
        HttpStatus status =
                switch (problem) {
                    case TOO_LARGE, TOO_MANY_LINES -> HttpStatus.CONTENT_TOO_LARGE;
                    case NOT_TEXT, EMPTY, COLUMNS_MISSING, WOULD_END_EVERYBODY -> HttpStatus.BAD_REQUEST;
                    case CHANGED_MEANWHILE -> HttpStatus.CONFLICT;
                };
        String name = problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ApiProblem(status, "file-" + name, ProblemWords.of("file." + name, reader));
    }
}
