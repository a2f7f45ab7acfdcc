package guanjia.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One person, over all channels and all their homes. Personal data: {@link #toString()} shows the id only.
 *
 * @param id names the person for ever
 * @param version grows with every change; {@code 0} for one that isn't stored yet
 * @param name as the register has it, not blank
 * @param salutation how to address them, e.g. {@code 王女士}; empty to leave it out
 * @param phone the registered number; several people may share one. Empty when none is known
 * @param language that they are written to in
 * @param languageChosen whether they chose the language themselves: then no file changes it
 * @param tags the estate's own marks, e.g. {@code 独居老人}
 * @param tenancies past, present and future, in the order they became known
 */
public record Resident(
        ResidentId id,
        long version,
        String name,
        Optional<String> salutation,
        Optional<PhoneNumber> phone,
        Language language,
        boolean languageChosen,
        Set<String> tags,
        List<Tenancy> tenancies) {
    /** @throws IllegalArgumentException when the name is blank */
    public Resident {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A resident needs a name");
        }
        tags = Set.copyOf(tags);
        tenancies = List.copyOf(tenancies);
    }

    /** What holds on this day in one estate, the day being that of its wall clock. */
    public List<Tenancy> homesOn(LocalDate day, EstateCode estate) {
        return in(estate).filter(tenancy -> tenancy.holdsOn(day)).toList();
    }

    /** Whether they belong to this unit on this day. */
    public boolean belongsTo(EstateCode estate, UnitRef unit, LocalDate day) {
        return homesOn(day, estate).stream().anyMatch(tenancy -> tenancy.unit().equals(unit));
    }

    /** The same person, who asked to be written to in this language. */
    public Resident speaks(Language wanted) {
        return new Resident(id, version, name, salutation, phone, wanted, true, tags, tenancies);
    }

    /** The same person with another list of homes. */
    public Resident withTenancies(List<Tenancy> changed) {
        return new Resident(id, version, name, salutation, phone, language, languageChosen, tags, changed);
    }

    private Stream<Tenancy> in(EstateCode estate) {
        return tenancies.stream().filter(tenancy -> tenancy.estate().equals(estate));
    }

    @Override
    public String toString() {
        return "Resident[" + id + "]";
    }
}
