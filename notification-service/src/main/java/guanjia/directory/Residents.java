package guanjia.directory;

import java.util.List;
import java.util.Optional;

/**
 * The resident register. Blocking; safe for use by many threads. Answers hold people of any time: whether somebody still lives there
 * is asked with {@link Resident#homesOn} for a day. Who may see them is decided before the call.
 */
public interface Residents {
    /** What came of saving. */
    enum Saved {
        DONE,
        /** Somebody else changed the person meanwhile: read again and decide again. */
        CHANGED_MEANWHILE
    }

    /** The person of this id; empty when unknown. */
    Optional<Resident> find(ResidentId id);

    /** Everybody registered with this number, in all estates; several people may share one. One look-up by keyed hash. */
    List<Resident> withPhone(PhoneNumber phone);

    /** Those of {@link #withPhone(PhoneNumber)} that have or had a home in this estate. */
    List<Resident> withPhone(PhoneNumber phone, EstateCode estate);

    /** Everybody who has or had this unit. */
    List<Resident> in(EstateCode estate, UnitRef unit);

    /** Everybody who has or had a home in this estate, in no order. Reads the whole estate: not for a turn. */
    List<Resident> in(EstateCode estate);

    /**
     * People of an estate by part of a name, by phone (whole, or the last digits, at least 4) or by building and unit ({@code 3 201},
     * {@code 3栋201}), ordered by name. Reads the whole estate: for staff, not for a turn.
     *
     * @param words what was typed; blank finds nobody
     * @param limit at most so many
     */
    List<Resident> search(EstateCode estate, String words, int limit);

    /** Adds the person (version 0) or replaces the stored one, if it still has this version. */
    Saved save(Resident resident);
}
