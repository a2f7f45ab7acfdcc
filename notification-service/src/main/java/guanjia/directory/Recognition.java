package guanjia.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who the lines of a register file are: by phone and name; else the one person of the unit with this phone (a corrected name) or with
 * this name (a changed phone), if no other line of the file is that person; else somebody new.
 */
final class Recognition {
    private record Who(PhoneNumber phone, String name) {
        static Who of(RegisterLine line) {
            return new Who(line.phone(), plain(line.name()));
        }
    }

    private record Place(ResidentId who, UnitRef unit) {}

    private final Map<Who, ResidentId> ids = new HashMap<>();
    private final Map<Place, Set<ResidentRole>> roles = new HashMap<>();

    /**
     * @param known everybody who could be meant
     * @param isOpen whether a home counts for recognising a neighbour: in this estate, and not over
     * @param newId an id for a new person that nobody has, made of what tells them apart
     */
    Recognition(
            List<RegisterLine> lines,
            Collection<Resident> known,
            Predicate<Tenancy> isOpen,
            Function<String, ResidentId> newId) {
        recogniseByPhoneAndName(lines, known);
        Set<ResidentId> claimed = new HashSet<>(ids.values());
        Map<UnitRef, List<Resident>> neighbours = neighbours(known, isOpen);
        for (RegisterLine line : lines) {
            ResidentId id = ids.computeIfAbsent(
                    Who.of(line), who -> corrected(line, neighbours.getOrDefault(line.unit(), List.of()), claimed)
                            .orElseGet(() -> newId.apply(who.phone().e164() + "|" + who.name())));
            claimed.add(id);
            roles.computeIfAbsent(new Place(id, line.unit()), place -> new HashSet<>())
                    .add(line.role());
        }
    }

    /** Who a line is. */
    ResidentId who(RegisterLine line) {
        return Objects.requireNonNull(ids.get(Who.of(line)), "The line is not one of those recognised");
    }

    /** All roles that the file gives the person of a line in its unit. */
    Set<ResidentRole> roles(RegisterLine line) {
        return roles.getOrDefault(new Place(who(line), line.unit()), Set.of());
    }

    /** Whether two spellings are one name: width, case and spaces aside. */
    static boolean sameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private void recogniseByPhoneAndName(List<RegisterLine> lines, Collection<Resident> known) {
        Map<Who, ResidentId> exact = new HashMap<>();
        known.forEach(resident -> resident.phone()
                .ifPresent(phone -> exact.putIfAbsent(new Who(phone, plain(resident.name())), resident.id())));
        lines.stream()
                .map(Who::of)
                .filter(exact::containsKey)
                .forEach(who -> ids.put(who, Objects.requireNonNull(exact.get(who))));
    }

    private static Map<UnitRef, List<Resident>> neighbours(Collection<Resident> known, Predicate<Tenancy> isOpen) {
        Map<UnitRef, List<Resident>> byUnit = new HashMap<>();
        known.forEach(resident -> resident.tenancies().stream()
                .filter(isOpen)
                .map(Tenancy::unit)
                .distinct()
                .forEach(unit ->
                        byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(resident)));
        return byUnit;
    }

    private static Optional<ResidentId> corrected(RegisterLine line, List<Resident> ofUnit, Set<ResidentId> claimed) {
        List<Resident> free =
                ofUnit.stream().filter(person -> !claimed.contains(person.id())).toList();
        return only(free.stream().filter(person -> person.phone().equals(Optional.of(line.phone()))))
                .or(() -> only(free.stream().filter(person -> sameName(person.name(), line.name()))));
    }

    private static Optional<ResidentId> only(Stream<Resident> people) {
        List<ResidentId> found = people.map(Resident::id).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
