package guanjia.staff;

import guanjia.directory.EstateCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Who did what. Only grows. Blocking; safe for use by many threads and processes. */
public interface Audit {
    /**
     * A deed to be written down; see {@link AuditEntry} for the parts.
     */
    record Deed(
            String what,
            Optional<EstateCode> estate,
            String about,
            Map<String, String> before,
            Map<String, String> after) {
        public Deed {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }

        /** A deed that is told by its name alone. */
        public static Deed of(String what, Optional<EstateCode> estate, String about) {
            return new Deed(what, estate, about, Map.of(), Map.of());
        }
    }

    /** Writes a deed down. Stored when this returns. */
    AuditEntry record(StaffMember who, Deed deed);

    /** The newest entries of one estate, or of all, newest first. */
    List<AuditEntry> latest(Optional<EstateCode> estate, int limit);

    /** Checks the whole chain. Reads everything. Empty when it holds; else the sequence number of the first entry that doesn't fit. */
    OptionalLong firstBreak();
}
