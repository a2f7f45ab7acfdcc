package guanjia.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/estates/{estate}/glossary}: what residents call what the handbook calls otherwise. */
@RestController
@OnConsoleRole
@RequestMapping("/api/v1/estates/{estate}/glossary")
@Tag(name = "Glossary")
class GlossaryApi {
    private final GlossaryDesk desk;

    GlossaryApi(GlossaryDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "UnmatchedWord")
    record Unmatched(
            String word,

            @Schema(description = "How many questions had it")
            long count,

            Instant last) {}

    @GetMapping
    @Operation(summary = "The estate's own entries: handbook term → words in any language")
    Map<String, List<String>> show(@PathVariable String estate, Authentication who) {
        return desk.terms(Staff.of(who), estate);
    }

    @PutMapping
    @Operation(
            summary = "Replace the estate's own entries",
            description =
                    "They count from the next question on, beside the product's own list, whose entry for the same word they "
                            + "replace. Can be repeated.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject("{\"会所\": [\"club house\", \"the club\"]}"))))
    Map<String, List<String>> replace(
            @PathVariable String estate,
            @RequestBody Map<String, @Nullable List<@Nullable String>> terms,
            Authentication who) {
        return desk.replace(Staff.of(who), estate, terms);
    }

    @GetMapping("/unmatched")
    @Operation(summary = "Words of questions that matched nothing, the most frequent first: what to add")
    List<Unmatched> unmatched(@PathVariable String estate, Authentication who) {
        return desk.unmatched(Staff.of(who), estate).stream()
                .map(word -> new Unmatched(word.word(), word.count(), word.last()))
                .toList();
    }
}
