package guanjia.staff;

import guanjia.directory.EstateCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that somebody did. Entries are never changed; each carries the hash of the one before it, so that a changed, removed or
 * inserted one is noticed.
 *
 * @param sequence 1, 2, 3 … without a gap
 * @param at when, on the business clock
 * @param who the login of who did it
 * @param what the kind of deed, e.g. {@code estate.saved}
 * @param estate where; empty for the installation
 * @param about the id of what was changed; never a name or a phone
 * @param before the values that changed, as they were; without personal data unless nothing else tells what happened
 * @param after the same, as they are now
 * @param hash SHA-256 in hex over the entry and the hash before it
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String who,
        String what,
        Optional<EstateCode> estate,
        String about,
        Map<String, String> before,
        Map<String, String> after,
        String hash) {}
