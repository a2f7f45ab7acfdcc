package guanjia.console;

import guanjia.staff.StaffMember;
import org.springframework.security.core.Authentication;

/** Tells who acts from a request. */
final class Staff {
    private Staff() {}

    /** @throws IllegalStateException when a request got past security without one: a mistake of ours */
    static StaffMember of(Authentication authentication) {
        if (authentication.getPrincipal() instanceof StaffMember member) {
            return member;
        }
        throw new IllegalStateException("A request got here without a member of staff");
    }
}
