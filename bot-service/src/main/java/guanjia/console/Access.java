package guanjia.console;

import guanjia.directory.Estate;
import guanjia.directory.EstateCode;
import guanjia.directory.Estates;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets staff in: an estate of others doesn't exist for them, and in their own the role says what they may do. */
@Component
@OnConsoleRole
class Access {
    private final Estates estates;

    Access(Estates estates) {
        this.estates = estates;
    }

    /**
     * The estate that somebody wants to act in.
     *
     * @param estate its code as written in the address
     * @throws ApiProblem 404 when there is none for them, 403 when their role lacks the right
     */
    Estate enter(StaffMember who, Right right, String estate) {
        Estate found = EstateCode.parse(estate)
                .filter(who::mayActIn)
                .flatMap(this::find)
                .orElseThrow(ApiProblem::unknownEstate);
        need(who, right);
        return found;
    }

    /** @throws ApiProblem 403 when their role lacks the right */
    void need(StaffMember who, Right right) {
        if (!right.isOf(who.role())) {
            throw ApiProblem.notAllowed();
        }
    }

    /** One that was made by another process just now isn't in memory yet. */
    private Optional<Estate> find(EstateCode code) {
        return estates.find(code).or(() -> estates.stored(code));
    }
}
