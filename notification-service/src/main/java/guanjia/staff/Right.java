package guanjia.staff;

import java.util.EnumSet;
import java.util.Set;

/** What a role lets people do. Where they may do it, {@link StaffMember#mayActIn} says. An {@link Role#ADMIN} has every right. */
public enum Right {
    /** Name, hours and numbers of an estate that exists. */
    SET_UP_ESTATE(Role.MANAGER),
    /** Accounts of roles below one's own. */
    MAKE_ACCOUNTS(Role.MANAGER),
    IMPORT_RESIDENTS(Role.MANAGER),
    EDIT_HANDBOOKS(Role.MANAGER),
    EDIT_GLOSSARY(Role.MANAGER, Role.FRONT_DESK),
    /** Notices in force: outages, planned works. */
    POST_NOTICES(Role.MANAGER, Role.FRONT_DESK),
    /** Residents' questions that found no answer. */
    READ_GAPS(Role.MANAGER, Role.FRONT_DESK),
    /** Reading, taking and answering residents' chats. */
    TALK_TO_RESIDENTS(Role.MANAGER, Role.FRONT_DESK),
    /** Looking up what residents may know too: handbooks, notices, answers. */
    LOOK_UP(Role.values());

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = EnumSet.of(Role.ADMIN, roles);
    }

    /** Whether this role has it. */
    public boolean isOf(Role role) {
        return roles.contains(role);
    }
}
