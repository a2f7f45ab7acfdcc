package guanjia.directory;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import guanjia.stores.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The register in {@code residents}; which people a unit has is noted in {@code units}. */
final class MongoResidents implements Residents {
    private static final int BATCH = 1000;

    private final MongoCollection<Document> collection;
    private final MongoUnits units;
    private final ResidentDocuments documents;

    MongoResidents(MongoDatabase database, MongoUnits units, ResidentDocuments documents) {
        Schema.bring(database, "directory.residents", db -> db.getCollection("residents")
                .createIndex(new Document("phoneHash", 1)));
        this.collection = database.getCollection("residents");
        this.units = units;
        this.documents = documents;
    }

    @Override
    public Optional<Resident> find(ResidentId id) {
        return Optional.ofNullable(
                        collection.find(new Document("_id", id.value())).first())
                .map(documents::read);
    }

    @Override
    public List<Resident> withPhone(PhoneNumber phone) {
        return collection
                .find(new Document("phoneHash", documents.hash(phone)))
                .map(documents::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Resident> withPhone(PhoneNumber phone, EstateCode estate) {
        return withPhone(phone).stream()
                .filter(resident -> knows(resident, estate))
                .toList();
    }

    @Override
    public List<Resident> in(EstateCode estate, UnitRef unit) {
        return all(units.residentsOf(estate, unit)).stream()
                .filter(resident -> resident.tenancies().stream()
                        .anyMatch(home ->
                                home.estate().equals(estate) && home.unit().equals(unit)))
                .toList();
    }

    @Override
    public List<Resident> in(EstateCode estate) {
        return all(units.residentsOf(estate)).stream()
                .filter(resident -> knows(resident, estate))
                .toList();
    }

    @Override
    public List<Resident> search(EstateCode estate, String words, int limit) {
        ResidentSearch search = new ResidentSearch(estate, words);
        return in(estate).stream()
                .filter(search::finds)
                .sorted(Comparator.comparing(Resident::name)
                        .thenComparing(resident -> resident.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public Saved save(Resident resident) {
        units.note(resident.tenancies(), resident.id());
        Document written = documents.write(resident);
        if (resident.version() == 0) {
            return insert(written);
        }
        Document stored = new Document("_id", resident.id().value()).append("v", resident.version());
        boolean replaced = collection.replaceOne(stored, written).getMatchedCount() == 1;
        return replaced ? Saved.DONE : Saved.CHANGED_MEANWHILE;
    }

    /** The people of these ids, in batches. */
    List<Resident> all(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        List<Resident> found = new ArrayList<>(wanted.size());
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<String> batch = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
            collection
                    .find(new Document("_id", new Document("$in", batch)))
                    .batchSize(BATCH)
                    .map(documents::read)
                    .into(found);
        }
        return found;
    }

    private Saved insert(Document written) {
        try {
            collection.insertOne(written);
            return Saved.DONE;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Saved.CHANGED_MEANWHILE;
            }
            throw e;
        }
    }

    private static boolean knows(Resident resident, EstateCode estate) {
        return resident.tenancies().stream().anyMatch(home -> home.estate().equals(estate));
    }
}
