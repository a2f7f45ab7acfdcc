package guanjia;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a process does; {@code GUANJIA_ROLES} names one or more. Several processes on the same stores may share the roles out. */
enum Role {
    /** Takes residents' messages in, answers them, shows handbook pages. */
    BOT,
    /** Sends what was stored. */
    NOTIFIER,
    /** Serves staff and other systems: pages, REST. */
    CONSOLE;

    /** The property that says whether this process has the role; beans depend on it. */
    String property() {
        return "guanjia.role." + name().toLowerCase(Locale.ROOT);
    }

    /** Reads names separated by commas, in any case; empty when one is unknown or there is none. */
    static Optional<Set<Role>> read(String written) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : written.split(",", -1)) {
            Optional<Role> role = Arrays.stream(values())
                    .filter(known -> known.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (role.isEmpty()) {
                return Optional.empty();
            }
            roles.add(role.get());
        }
        return Optional.of(roles);
    }
}
