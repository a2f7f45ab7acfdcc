package guanjia.console;

import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.Language;
import guanjia.knowledge.Answer;
import guanjia.knowledge.Audience;
import guanjia.knowledge.Citation;
import guanjia.knowledge.Intent;
import guanjia.knowledge.KnowledgeBase;
import guanjia.knowledge.Outcome;
import guanjia.knowledge.Question;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/estates/{estate}/answers}: what the bot would answer, for other systems. */
@RestController
class AnswersApi {
    private final KnowledgeBase knowledge;
    private final Estates estates;
    private final Clock clock;
    private final String publicUrl;

    AnswersApi(
            KnowledgeBase knowledge, Estates estates, Clock clock, @Value("${guanjia.public-url}") String publicUrl) {
        this.knowledge = knowledge;
        this.estates = estates;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** @param language BCP 47; simplified Chinese when absent */
    record Asked(@Nullable String question, @Nullable String language) {}

    record Answered(
            Outcome outcome,
            String text,
            double confidence,
            @Nullable Intent intent,
            List<Cited> citations) {}

    record Cited(String handbook, String section, String quote, String url) {}

    @PostMapping("/api/v1/estates/{estate}/answers")
    Answered answer(@PathVariable String estate, @RequestBody Asked asked) {
        EstateCode code = EstateCode.parse(estate)
                .filter(known -> estates.find(known).isPresent())
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "unknown-estate", "There is no such estate."));
        String question = Optional.ofNullable(asked.question())
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST, "question-missing", "Send the question in the field \"question\"."));
        Language language =
                Optional.ofNullable(asked.language()).flatMap(Language::of).orElse(Language.ZH_HANS);
        Answer answer = knowledge.answer(new Question(
                code.value(),
                Optional.empty(),
                Audience.EVERYBODY,
                question,
                language.locale(),
                clock.instant(),
                Question.SCREEN));
        return new Answered(
                answer.outcome(),
                answer.text(),
                answer.confidence(),
                answer.intent().orElse(null),
                answer.citations().stream()
                        .map(citation -> cited(code, citation))
                        .toList());
    }

    private Cited cited(EstateCode code, Citation citation) {
        String url = publicUrl + "/handbook/" + code + "/" + citation.handbook() + "#" + citation.anchor();
        return new Cited(citation.title(), citation.section(), citation.quote(), url);
    }
}
