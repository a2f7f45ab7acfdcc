package guanjia.console;

import guanjia.knowledge.NoticeInForce;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/estates/{estate}/notices-in-force}: planned works and outages, searched before the handbooks. */
@RestController
@OnConsoleRole
@RequestMapping("/api/v1/estates/{estate}/notices-in-force")
@Tag(name = "Notices in force")
class NoticesApi {
    private final NoticeDesk desk;

    NoticesApi(NoticeDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "NoticeInForce")
    record NoticeShown(
            String id,
            String area,

            @Schema(description = "Empty for the whole estate")
            List<String> buildings,

            Instant from,
            Instant to,
            String effect,
            String safetyHint,
            Map<String, String> texts) {
        static NoticeShown of(NoticeInForce notice) {
            return new NoticeShown(
                    notice.id(),
                    notice.area(),
                    notice.buildings().stream().sorted().toList(),
                    notice.from(),
                    notice.to(),
                    notice.effect(),
                    notice.safetyHint(),
                    notice.texts());
        }
    }

    @PostMapping
    @Operation(
            summary = "Post a notice",
            description =
                    "It is searched before the handbooks from its first moment on and ends by itself. The same notice again "
                            + "changes nothing.")
    @ApiResponse(responseCode = "201", description = "Posted", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "It was there already", useReturnTypeSchema = true)
    ResponseEntity<NoticeShown> post(@PathVariable String estate, @RequestBody NoticeBody body, Authentication who) {
        NoticeDesk.Posted posted = desk.post(Staff.of(who), estate, body);
        return Made.answer(posted.isNew(), NoticeShown.of(posted.notice()));
    }

    @GetMapping
    @Operation(summary = "Those in force and those to come, the soonest beginning first")
    List<NoticeShown> list(@PathVariable String estate, Authentication who) {
        return desk.list(Staff.of(who), estate).stream().map(NoticeShown::of).toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a notice before its time")
    void end(@PathVariable String estate, @PathVariable String id, Authentication who) {
        desk.end(Staff.of(who), estate, id);
    }
}
