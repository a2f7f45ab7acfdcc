package guanjia.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import guanjia.directory.Language;
import guanjia.knowledge.Audience;
import guanjia.knowledge.Handbook;
import guanjia.knowledge.Publication;
import guanjia.knowledge.Section;
import guanjia.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/estates/{estate}/handbooks}: what the bot answers from. */
@RestController
@OnConsoleRole
@RequestMapping("/api/v1/estates/{estate}/handbooks")
@Tag(name = "Handbooks")
class HandbooksApi {
    private final HandbookLibrary library;

    HandbooksApi(HandbookLibrary library) {
        this.library = library;
    }

    @Schema(name = "PublishedHandbook")
    record PublishedShown(
            String id,
            String title,
            int version,
            @Schema(description = "How many it has") int sections,

            @Schema(description = "What a person should look at")
            List<String> warnings) {}

    @Schema(name = "Handbook")
    record HandbookShown(
            String id,
            String title,
            int version,
            int sections,
            String fileName,

            @Schema(description = "The day the document itself names") @JsonInclude @Nullable
            LocalDate updated,

            Instant published,
            Audience audience) {
        static HandbookShown of(Handbook book) {
            return new HandbookShown(
                    book.id(),
                    book.title(),
                    book.version(),
                    book.sections(),
                    book.fileName(),
                    book.updated().orElse(null),
                    book.published(),
                    book.audience());
        }
    }

    @Schema(name = "HandbookSection")
    record SectionShown(String anchor, String title, List<String> path, int level, Audience audience) {
        static SectionShown of(Section section) {
            return new SectionShown(
                    section.anchor(), section.title(), section.path(), section.level(), section.audience());
        }
    }

    @Schema(name = "HandbookContents")
    record HandbookContents(HandbookShown handbook, List<SectionShown> contents) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Publish a handbook",
            description =
                    "One file .md .txt .pdf .docx or .html, at most 20 MB. A file of the same name (whatever its ending) "
                            + "replaces the one before as its next version, all at once: every answer from then on is given from it. "
                            + "A file that can't be read changes nothing: 413 handbook-too-large, 415 handbook-unknown-format, "
                            + "422 handbook-scanned, -encrypted, -broken, -empty, -not-text, -too-many-sections or -too-slow, "
                            + "told in the language of Accept-Language.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class))))
    PublishedShown publish(
            @PathVariable String estate,
            @RequestHeader(name = "Accept-Language", defaultValue = "zh-Hans") String languages,
            @Parameter(hidden = true) Upload file,
            Authentication who) {
        Publication.Published published = library.publish(
                Staff.of(who), estate, file, Language.accepted(languages).orElse(Language.ZH_HANS));
        Handbook book = published.handbook();
        return new PublishedShown(book.id(), book.title(), book.version(), book.sections(), published.warnings());
    }

    @Schema(name = "HandbookForm")
    private record Form(
            @Schema(type = "string", format = "binary") String file) {}

    @GetMapping
    @Operation(summary = "The handbooks in force, by title")
    List<HandbookShown> list(@PathVariable String estate, Authentication who) {
        return library.list(Staff.of(who), estate).stream()
                .map(HandbookShown::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One handbook and its sections")
    HandbookContents show(@PathVariable String estate, @PathVariable String id, Authentication who) {
        StaffMember staff = Staff.of(who);
        Handbook book = library.find(staff, estate, id);
        return new HandbookContents(
                HandbookShown.of(book),
                library.sections(book).stream().map(SectionShown::of).toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a handbook away; no answer is given from it any more")
    void delete(@PathVariable String estate, @PathVariable String id, Authentication who) {
        library.delete(Staff.of(who), estate, id);
    }
}
