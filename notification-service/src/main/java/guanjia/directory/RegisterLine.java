package guanjia.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A good line of a register file: one person in one unit.
 *
 * @param language empty when the cell is
 */
record RegisterLine(
        UnitRef unit,
        String name,
        PhoneNumber phone,
        ResidentRole role,
        Optional<Language> language,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> salutation,
        Set<String> tags)
        implements ReadLine {}
