package guanjia.directory;

import guanjia.directory.RegisterFile.Column;
import guanjia.directory.RegisterFile.Readable;
import guanjia.directory.ResidentsImport.Taken;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what a file changes among the people known. Holds the rules of the import and touches no store.
 */
final class Register {
    private enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    private final Estate estate;
    private final LocalDate today;
    private final Function<String, ResidentId> newId;
    private final Map<ResidentId, Resident> before = new LinkedHashMap<>();
    private final Map<ResidentId, Resident> after = new LinkedHashMap<>();
    private final Map<ResidentId, Set<Tenancy>> named = new HashMap<>();

    /**
     * @param known everybody of the estate, and everybody with a phone of the file
     * @param newId an id for a new person, that nobody has, made of what tells them apart
     */
    Register(Estate estate, LocalDate today, Collection<Resident> known, Function<String, ResidentId> newId) {
        this.estate = estate;
        this.today = today;
        this.newId = newId;
        known.forEach(resident -> before.put(resident.id(), resident));
        after.putAll(before);
    }

    /** Works the file in. */
    Taken take(Readable file, ResidentsImport.Absent absent) {
        Recognition people = new Recognition(file.lines(), before.values(), this::isOpen, newId);
        Map<Effect, Integer> counts = new HashMap<>();
        for (RegisterLine line : file.lines()) {
            Effect effect = take(line, people.who(line), people.roles(line), file.columns());
            counts.merge(effect, 1, Integer::sum);
        }
        int ended = absent == ResidentsImport.Absent.END ? endAbsent(file.unitsOfBadLines()) : 0;
        return new Taken(
                counts.getOrDefault(Effect.ADDED, 0),
                counts.getOrDefault(Effect.CHANGED, 0),
                counts.getOrDefault(Effect.UNCHANGED, 0),
                ended,
                file.bad());
    }

    /** Those whom the file made or changed, as they are now. */
    List<Resident> changed() {
        return after.values().stream()
                .filter(resident -> !resident.equals(before.get(resident.id())))
                .toList();
    }

    private Effect take(RegisterLine line, ResidentId who, Set<ResidentRole> rolesThere, Set<Column> columns) {
        Resident old = after.get(who);
        Set<Tenancy> namedBefore = named.computeIfAbsent(who, id -> new HashSet<>());
        List<Tenancy> homes = old == null ? List.of() : old.tenancies();
        Homes.Found found = new Homes(estate.code(), today, columns, namedBefore).find(line, rolesThere, homes);
        namedBefore.add(found.home());
        Resident now = old == null ? fresh(line, who, found.all()) : updated(old, line, columns, found.all());
        after.put(who, now);
        if (found.all().size() > homes.size()) {
            return Effect.ADDED;
        }
        return now.equals(old) ? Effect.UNCHANGED : Effect.CHANGED;
    }

    private Resident fresh(RegisterLine line, ResidentId id, List<Tenancy> homes) {
        Language language = line.language().orElse(estate.languages().getFirst());
        Optional<PhoneNumber> phone = Optional.of(line.phone());
        return new Resident(id, 0, line.name(), line.salutation(), phone, language, false, line.tags(), homes);
    }

    private static Resident updated(Resident old, RegisterLine line, Set<Column> columns, List<Tenancy> homes) {
        return new Resident(
                old.id(),
                old.version(),
                Recognition.sameName(old.name(), line.name()) ? old.name() : line.name(),
                columns.contains(Column.SALUTATION) ? line.salutation() : old.salutation(),
                Optional.of(line.phone()),
                old.languageChosen() ? old.language() : line.language().orElse(old.language()),
                old.languageChosen(),
                columns.contains(Column.TAGS) ? line.tags() : old.tags(),
                homes);
    }

    private int endAbsent(Set<UnitRef> spared) {
        int ended = 0;
        for (Resident resident : List.copyOf(after.values())) {
            Set<Tenancy> stay = named.getOrDefault(resident.id(), Set.of());
            List<Tenancy> homes = resident.tenancies().stream()
                    .map(home -> isOpen(home) && !stay.contains(home) && !spared.contains(home.unit())
                            ? home.endedBefore(today)
                            : home)
                    .toList();
            ended += (int) homes.stream()
                    .filter(home -> !resident.tenancies().contains(home))
                    .count();
            after.put(resident.id(), resident.withTenancies(homes));
        }
        return ended;
    }

    private boolean isOpen(Tenancy home) {
        return home.estate().equals(estate.code()) && !home.hasEndedBy(today);
    }
}
