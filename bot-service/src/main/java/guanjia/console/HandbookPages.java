package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.directory.Language;
import guanjia.knowledge.Audience;
import guanjia.knowledge.Handbook;
import guanjia.knowledge.HandbookHtml;
import guanjia.knowledge.Handbooks;
import guanjia.knowledge.Section;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page that a citation opens, where residents' messages are taken in. Only what is written for everybody; what isn't doesn't exist
 * here.
 */
@RestController
@ConditionalOnProperty(name = "guanjia.role.bot", matchIfMissing = true)
@Hidden
class HandbookPages {
    private final Estates estates;
    private final Handbooks handbooks;

    HandbookPages(Estates estates, Handbooks handbooks) {
        this.estates = estates;
        this.handbooks = handbooks;
    }

    @GetMapping("/handbook/{estate}/{handbook}")
    ResponseEntity<String> page(
            @PathVariable String estate,
            @PathVariable String handbook,
            @RequestHeader(name = "Accept-Language", defaultValue = "zh-Hans") String languages) {
        Optional<Estate> known = EstateCode.parse(estate).flatMap(estates::find);
        Optional<Handbook> found =
                known.flatMap(here -> handbooks.find(here.code().value(), handbook));
        List<Section> sections = found.map(book -> handbooks.sections(book.estate(), book.id(), Audience.EVERYBODY))
                .orElseGet(List::of);
        if (sections.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String html = HandbookHtml.page(
                found.orElseThrow(),
                sections,
                known.orElseThrow().name(),
                Language.accepted(languages).orElse(Language.ZH_HANS).locale());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html);
    }

    @GetMapping(HandbookHtml.STYLE_PATH)
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .body(HandbookHtml.style());
    }
}
