package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.Units;
import guanjia.knowledge.NoticeInForce;
import guanjia.knowledge.NoticesInForce;
import guanjia.staff.Audit;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Notices in force, as staff post and end them. */
@Component
@OnConsoleRole
class NoticeDesk {
    private final NoticesInForce notices;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    NoticeDesk(NoticesInForce notices, Units units, Access access, Audit audit, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param isNew whether it wasn't there before, word for word */
    record Posted(NoticeInForce notice, boolean isNew) {}

    /** Posts a notice; the same again changes nothing. */
    Posted post(StaffMember who, String estate, NoticeBody body) {
        Estate here = access.enter(who, Right.POST_NOTICES, estate);
        NamedBuildings buildings = new NamedBuildings(units.buildings(here.code()));
        NoticeInForce notice = body.notice(here.code().value(), buildings);
        boolean isNew = notices.find(notice.estate(), notice.id()).isEmpty();
        if (isNew) {
            notices.put(notice);
            Map<String, String> after = Map.of(
                    "area", notice.area(),
                    "from", notice.from().toString(),
                    "to", notice.to().toString(),
                    "effect", notice.effect());
            note(who, here, "notice.posted", notice.id(), after);
        }
        return new Posted(notice, isNew);
    }

    /** Those in force and those to come. */
    List<NoticeInForce> list(StaffMember who, String estate) {
        Estate here = access.enter(who, Right.LOOK_UP, estate);
        return notices.notOver(here.code().value(), clock.instant());
    }

    /** Ends one before its time. */
    void end(StaffMember who, String estate, String id) {
        Estate here = access.enter(who, Right.POST_NOTICES, estate);
        if (!notices.end(here.code().value(), id)) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "unknown-notice", "There is no such notice.");
        }
        note(who, here, "notice.ended", id, Map.of());
    }

    private void note(StaffMember who, Estate estate, String what, String id, Map<String, String> after) {
        audit.record(who, new Audit.Deed(what, Optional.of(estate.code()), id, Map.of(), after));
    }
}
