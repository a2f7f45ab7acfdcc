package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.Language;
import guanjia.knowledge.Audience;
import guanjia.knowledge.Handbook;
import guanjia.knowledge.Handbooks;
import guanjia.knowledge.Publication;
import guanjia.knowledge.Section;
import guanjia.staff.Audit;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The handbooks of an estate, as staff publish, see and take them away. */
@Component
@OnConsoleRole
class HandbookLibrary {
    private final Handbooks handbooks;
    private final Access access;
    private final Audit audit;

    HandbookLibrary(Handbooks handbooks, Access access, Audit audit) {
        this.handbooks = handbooks;
        this.access = access;
        this.audit = audit;
    }

    /** Publishes a file. @param reader the language that a refusal is told in */
    Publication.Published publish(StaffMember who, String estate, Upload file, Language reader) {
        Estate here = access.enter(who, Right.EDIT_HANDBOOKS, estate);
        return switch (handbooks.publish(here.code().value(), file.name(), file.bytes())) {
            case Publication.Published published -> {
                Handbook book = published.handbook();
                note(who, here, "handbook.published", book.id(), Map.of("version", String.valueOf(book.version())));
                yield published;
            }
            case Publication.Unreadable refused ->
                throw new ApiProblem(status(refused.code()), refused.code(), refused.reasonIn(reader.locale()));
        };
    }

    List<Handbook> list(StaffMember who, String estate) {
        return handbooks.list(access.enter(who, Right.LOOK_UP, estate).code().value());
    }

    Handbook find(StaffMember who, String estate, String id) {
        Estate here = access.enter(who, Right.LOOK_UP, estate);
        return handbooks.find(here.code().value(), id).orElseThrow(HandbookLibrary::unknown);
    }

    /** Its sections, those for staff included. */
    List<Section> sections(Handbook handbook) {
        return handbooks.sections(handbook.estate(), handbook.id(), Audience.STAFF);
    }

    void delete(StaffMember who, String estate, String id) {
        Estate here = access.enter(who, Right.EDIT_HANDBOOKS, estate);
        if (!handbooks.delete(here.code().value(), id)) {
            throw unknown();
        }
        note(who, here, "handbook.deleted", id, Map.of());
    }

    private void note(StaffMember who, Estate estate, String what, String id, Map<String, String> after) {
        audit.record(who, new Audit.Deed(what, Optional.of(estate.code()), id, Map.of(), after));
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "handbook-too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "handbook-unknown-format" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static ApiProblem unknown() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "unknown-handbook", "There is no such handbook.");
    }
}
