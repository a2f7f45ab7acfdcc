package guanjia.directory;

import java.util.List;

/** The buildings and units that an estate consists of, as far as the register names them. Blocking; safe for use by many threads. */
public interface Units {
    /** The buildings, in the order people count (2 before 10). */
    List<String> buildings(EstateCode estate);

    /** The units of a building, in the order people count; empty when there is no such building. */
    List<UnitRef> of(EstateCode estate, String building);

    /** Whether the estate has this unit. */
    boolean exists(EstateCode estate, UnitRef unit);

    /** Makes the units known; those that are change nothing. */
    void add(EstateCode estate, List<UnitRef> units);
}
