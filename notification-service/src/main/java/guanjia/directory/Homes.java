package guanjia.directory;

import guanjia.directory.RegisterFile.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which of a person's homes a line of a register file means, and what it makes of it.
 *
 * @param named the homes that earlier lines of the same file mean: each is meant once, so that two stays in one unit remain two
 */
record Homes(EstateCode estate, LocalDate today, Set<Column> columns, Set<Tenancy> named) {
    /**
     * What came of a line.
     *
     * @param home the one it means, as it is now
     * @param all all homes of the person, as they are now
     */
    record Found(Tenancy home, List<Tenancy> all) {}

    /** @param rolesThere the roles that the whole file gives the person in this unit; a role not among them is one that changed */
    Found find(RegisterLine line, Set<ResidentRole> rolesThere, List<Tenancy> homes) {
        List<Tenancy> here = homes.stream()
                .filter(home -> home.estate().equals(estate) && home.unit().equals(line.unit()))
                .toList();
        return here.stream()
                .filter(home -> says(line, home))
                .findFirst()
                .or(() -> meant(here, line, home -> home.role() == line.role()))
                .or(() -> meant(here, line, home -> !rolesThere.contains(home.role()) && !home.hasEndedBy(today)))
                .map(home -> changed(homes, home, line))
                .orElseGet(() -> added(homes, line, here));
    }

    private boolean says(RegisterLine line, Tenancy home) {
        boolean sameFrom = line.from().isEmpty() || line.from().equals(home.from());
        boolean sameUntil =
                columns.contains(Column.UNTIL) ? line.until().equals(home.until()) : !home.hasEndedBy(today);
        return home.role() == line.role() && sameFrom && sameUntil;
    }

    private Optional<Tenancy> meant(List<Tenancy> here, RegisterLine line, Predicate<Tenancy> role) {
        boolean past = line.until().filter(last -> last.isBefore(today)).isPresent();
        Comparator<Tenancy> sameFromFirst = Comparator.comparing(
                home -> !(line.from().isPresent() && line.from().equals(home.from())));
        return here.stream()
                .filter(role)
                .filter(home -> !named.contains(home))
                .filter(home -> past ? mayHaveBegunWith(line, home) : !home.hasEndedBy(today))
                .min(sameFromFirst.thenComparing(home -> past && !home.hasEndedBy(today)));
    }

    private static boolean mayHaveBegunWith(RegisterLine line, Tenancy home) {
        return line.from().isEmpty() || home.from().isEmpty() || line.from().equals(home.from());
    }

    private Found changed(List<Tenancy> homes, Tenancy old, RegisterLine line) {
        Tenancy now = new Tenancy(
                estate,
                line.unit(),
                line.role(),
                line.from().or(old::from),
                columns.contains(Column.UNTIL) ? line.until() : old.until());
        return new Found(
                now, homes.stream().map(home -> home.equals(old) ? now : home).toList());
    }

    private Found added(List<Tenancy> homes, RegisterLine line, List<Tenancy> here) {
        boolean again = !here.isEmpty()
                && line.until().filter(last -> last.isBefore(today)).isEmpty();
        Optional<LocalDate> from = line.from()
                .or(() -> again && here.stream().allMatch(home -> home.hasEndedBy(today))
                        ? Optional.of(today)
                        : Optional.empty());
        Tenancy home = new Tenancy(estate, line.unit(), line.role(), from, line.until());
        List<Tenancy> all = new ArrayList<>(homes);
        all.add(home);
        return new Found(home, List.copyOf(all));
    }
}
