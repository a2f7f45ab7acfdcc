package guanjia.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import guanjia.directory.Estate;
import guanjia.directory.Language;
import guanjia.knowledge.Answer;
import guanjia.knowledge.Audience;
import guanjia.knowledge.ChineseScript;
import guanjia.knowledge.Citation;
import guanjia.knowledge.Intent;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Outcome;
import guanjia.knowledge.Question;
import guanjia.staff.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/estates/{estate}/answers}: what the bot would answer, for other systems. */
@RestController
@OnConsoleRole
@Tag(name = "Answers")
class AnswersApi {
    private final KnowledgeBase knowledge;
    private final Access access;
    private final Clock clock;
    private final String publicUrl;

    AnswersApi(KnowledgeBase knowledge, Access access, Clock clock, @Value("${guanjia.public-url}") String publicUrl) {
        this.knowledge = knowledge;
        this.access = access;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @Schema(name = "Question")
    record Asked(
            @Schema(description = "As a resident types it; what exceeds 500 characters isn't read", example = "游泳池几点关门")
            @Nullable
            String question,

            @Schema(description = "zh-Hans (the default), zh-Hant or en", example = "zh-Hans") @Nullable
            String language) {}

    @Schema(name = "Answer")
    record Answered(
            Outcome outcome,

            @Schema(description = "Sentences of the handbook; empty when there is no answer")
            String text,

            @Schema(description = "0 to 1") double confidence,

            @Schema(description = "What is wanted, when it isn't a handbook question") @JsonInclude @Nullable
            Intent intent,

            List<Cited> citations) {}

    @Schema(name = "Citation")
    record Cited(
            @Schema(description = "Title of the handbook; of a notice in force, its area")
            String handbook,

            String section,

            @Schema(description = "Words that stand in the section exactly so")
            String quote,

            @Schema(description = "The page that shows it; null for a notice in force") @JsonInclude @Nullable
            String url) {}

    @PostMapping("/api/v1/estates/{estate}/answers")
    @Operation(
            summary = "Ask a question",
            description =
                    "ANSWERED with its citations, or NOT_FOUND; REQUEST when something is to be done (see intent); EMERGENCY "
                            + "when somebody is in danger. Private data of others and injected orders are NOT_FOUND.")
    Answered answer(@PathVariable String estate, @RequestBody Asked asked, Authentication who) {
        Estate here = access.enter(Staff.of(who), Right.LOOK_UP, estate);
        Fields fields = new Fields();
        Optional<String> question =
                fields.need("question", asked.question(), Fields.words(1, Integer.MAX_VALUE), "a question");
        Language language =
                fields.read("language", asked.language(), Language.ZH_HANS, Language::of, "zh-Hans, zh-Hant or en");
        fields.refuseWrong();
        Answer answer = knowledge.answer(new Question(
                here.code().value(),
                Optional.empty(),
                Audience.EVERYBODY,
                question.orElseThrow(),
                language.locale(),
                clock.instant(),
                Question.SCREEN));
        return shown(here, answer, language);
    }

    private Answered shown(Estate here, Answer answer, Language language) {
        return new Answered(
                answer.outcome(),
                language == Language.ZH_HANT ? ChineseScript.traditional(answer.text()) : answer.text(),
                answer.confidence(),
                answer.intent().orElse(null),
                answer.citations().stream()
                        .map(citation -> cited(here, citation))
                        .toList());
    }

    private Cited cited(Estate here, Citation citation) {
        boolean hasPage = citation.source() == Citation.Source.HANDBOOK;
        String url = publicUrl + "/handbook/" + here.code() + "/" + citation.handbook() + "#" + citation.anchor();
        return new Cited(citation.title(), citation.section(), citation.quote(), hasPage ? url : null);
    }
}
