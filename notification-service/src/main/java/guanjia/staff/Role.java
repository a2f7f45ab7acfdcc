package guanjia.staff;

/** What somebody does for the estate. */
public enum Role {
    FRONT_DESK,
    TECHNICIAN,
    /** Looks after an amenity: court, pool, club house. */
    ATTENDANT,
    MANAGER,
    /** Looks after the installation: every estate, accounts and settings. */
    ADMIN
}
