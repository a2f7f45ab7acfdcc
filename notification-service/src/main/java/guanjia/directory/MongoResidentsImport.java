package guanjia.directory;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import guanjia.directory.RegisterFile.Readable;
import guanjia.directory.RegisterFile.Unreadable;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Reads who is known in a few large queries, lets {@link Register} decide, and writes the difference in one go. */
final class MongoResidentsImport implements ResidentsImport {
    private static final int ATTEMPTS = 3;
    private static final int ID_LENGTH = 24; // 96 bits: two of a million people meet once in 10^17 installations

    private final MongoCollection<Document> collection;
    private final MongoResidents residents;
    private final MongoUnits units;
    private final ResidentDocuments documents;
    private final Secrets secrets;
    private final Clock clock;

    MongoResidentsImport(
            MongoDatabase database,
            MongoResidents residents,
            MongoUnits units,
            ResidentDocuments documents,
            Secrets secrets,
            Clock clock) {
        this.collection = database.getCollection("residents");
        this.residents = residents;
        this.units = units;
        this.documents = documents;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Outcome preview(Estate estate, byte[] file, Absent absent) {
        return whenReadable(
                estate, file, absent, readable -> plan(estate, readable).take(readable, absent));
    }

    @Override
    public Outcome take(Estate estate, byte[] file, Absent absent) {
        return whenReadable(estate, file, absent, readable -> {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                Register register = plan(estate, readable);
                Taken taken = register.take(readable, absent);
                if (write(register.changed())) {
                    return taken;
                }
            }
            return new Refused(FileProblem.CHANGED_MEANWHILE);
        });
    }

    private static Outcome whenReadable(Estate estate, byte[] file, Absent absent, Function<Readable, Outcome> use) {
        return switch (RegisterFile.read(file, estate)) {
            case Unreadable unreadable -> new Refused(unreadable.problem());
            case Readable readable
            when readable.lines().isEmpty() && absent == Absent.END -> new Refused(FileProblem.WOULD_END_EVERYBODY);
            case Readable readable -> use.apply(readable);
        };
    }

    private Register plan(Estate estate, Readable file) {
        Set<String> phones = file.lines().stream()
                .map(RegisterLine::phone)
                .distinct()
                .map(documents::hash)
                .collect(Collectors.toSet());
        Set<String> taken = new HashSet<>();
        Set<String> wanted = new HashSet<>(units.residentsOf(estate.code()));
        collection
                .find()
                .projection(Projections.include("phoneHash"))
                .batchSize(10_000)
                .forEach(resident -> {
                    taken.add(resident.getString("_id"));
                    if (phones.contains(String.valueOf(resident.getString("phoneHash")))) {
                        wanted.add(resident.getString("_id"));
                    }
                });
        wanted.retainAll(taken);
        return new Register(estate, estate.today(clock.instant()), residents.all(wanted), seed -> freeId(seed, taken));
    }

    private ResidentId freeId(String seed, Set<String> taken) {
        String id = id(seed);
        for (int next = 1; !taken.add(id); next++) {
            id = id(seed + "|" + next);
        }
        return new ResidentId(id);
    }

    private String id(String seed) {
        return secrets.hash("resident:" + seed).substring(0, ID_LENGTH);
    }

    private boolean write(List<Resident> changed) {
        if (changed.isEmpty()) {
            return true;
        }
        noteUnits(changed);
        long replacements =
                changed.stream().filter(resident -> resident.version() > 0).count();
        try {
            List<WriteModel<Document>> writes =
                    changed.stream().map(this::write).toList();
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getMatchedCount() == replacements;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCode() == 11000)) {
                return false;
            }
            throw e;
        }
    }

    private WriteModel<Document> write(Resident resident) {
        Document written = documents.write(resident);
        return resident.version() == 0
                ? new InsertOneModel<>(written)
                : new ReplaceOneModel<>(
                        new Document("_id", resident.id().value()).append("v", resident.version()), written);
    }

    private void noteUnits(List<Resident> changed) {
        Map<EstateCode, Map<UnitRef, Set<String>>> byEstate = new HashMap<>();
        changed.forEach(resident -> resident.tenancies()
                .forEach(home -> byEstate.computeIfAbsent(home.estate(), estate -> new HashMap<>())
                        .computeIfAbsent(home.unit(), unit -> new HashSet<>())
                        .add(resident.id().value())));
        byEstate.forEach(units::note);
    }
}
