package guanjia.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/** A resident, as they lie in the store: the phone sealed, and as a keyed hash for look-ups. */
final class ResidentDocuments {
    private final Secrets secrets;

    ResidentDocuments(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The document with the version it will have once stored. */
    Document write(Resident resident) {
        return new Document("_id", resident.id().value())
                .append("v", resident.version() + 1)
                .append("name", resident.name())
                .append("salutation", resident.salutation().orElse(null))
                .append(
                        "phone",
                        resident.phone()
                                .map(phone -> secrets.seal(phone.e164()))
                                .orElse(null))
                .append("phoneHash", resident.phone().map(this::hash).orElse(null))
                .append("language", resident.language().tag())
                .append("languageChosen", resident.languageChosen())
                .append("tags", resident.tags().stream().sorted().toList())
                .append(
                        "tenancies",
                        resident.tenancies().stream()
                                .map(ResidentDocuments::write)
                                .toList());
    }

    Resident read(Document stored) {
        return new Resident(
                new ResidentId(stored.getString("_id")),
                stored.getLong("v"),
                stored.getString("name"),
                Optional.ofNullable(stored.getString("salutation")),
                Optional.ofNullable(stored.get("phone", Binary.class))
                        .map(phone -> new PhoneNumber(secrets.unseal(phone))),
                Language.of(stored.getString("language")).orElse(Language.ZH_HANS),
                stored.getBoolean("languageChosen", false),
                Set.copyOf(stored.getList("tags", String.class, List.of())),
                stored.getList("tenancies", Document.class, List.of()).stream()
                        .map(ResidentDocuments::tenancy)
                        .toList());
    }

    /** What a phone is looked up by. */
    String hash(PhoneNumber phone) {
        return secrets.hash("phone:" + phone.e164());
    }

    /** What a unit is looked up by: its {@code _id}. */
    static String key(EstateCode estate, UnitRef unit) {
        return estate + "|" + unit.building() + "|" + unit.unit();
    }

    private static Document write(Tenancy tenancy) {
        return new Document("estate", tenancy.estate().value())
                .append("building", tenancy.unit().building())
                .append("unit", tenancy.unit().unit())
                .append("role", tenancy.role().name())
                .append("from", tenancy.from().map(LocalDate::toString).orElse(null))
                .append("until", tenancy.until().map(LocalDate::toString).orElse(null));
    }

    private static Tenancy tenancy(Document stored) {
        return new Tenancy(
                new EstateCode(stored.getString("estate")),
                new UnitRef(stored.getString("building"), stored.getString("unit")),
                ResidentRole.valueOf(stored.getString("role")),
                Optional.ofNullable(stored.getString("from")).map(LocalDate::parse),
                Optional.ofNullable(stored.getString("until")).map(LocalDate::parse));
    }
}
