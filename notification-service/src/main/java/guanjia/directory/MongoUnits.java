package guanjia.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import guanjia.stores.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The units in {@code units}, each with the ids of everybody who ever had it. That list may name somebody whose home was never stored
 * (a crash came between): the resident's own record decides.
 */
final class MongoUnits implements Units {
    private final MongoCollection<Document> collection;

    MongoUnits(MongoDatabase database) {
        Schema.bring(
                database, "directory.units", db -> db.getCollection("units").createIndex(new Document("estate", 1)));
        this.collection = database.getCollection("units");
    }

    @Override
    public List<String> buildings(EstateCode estate) {
        return all(estate).map(unit -> unit.getString("building")).into(new LinkedHashSet<>()).stream()
                .sorted(CountingOrder.OF_NAMES)
                .toList();
    }

    @Override
    public List<UnitRef> of(EstateCode estate, String building) {
        return all(estate)
                .map(unit -> new UnitRef(unit.getString("building"), unit.getString("unit")))
                .into(new java.util.ArrayList<>())
                .stream()
                .filter(unit -> unit.building().equals(building))
                .sorted(Comparator.comparing(UnitRef::unit, CountingOrder.OF_NAMES))
                .toList();
    }

    @Override
    public boolean exists(EstateCode estate, UnitRef unit) {
        return collection
                        .find(new Document("_id", ResidentDocuments.key(estate, unit)))
                        .first()
                != null;
    }

    @Override
    public void add(EstateCode estate, List<UnitRef> units) {
        Map<UnitRef, Set<String>> nobody = new HashMap<>();
        units.forEach(unit -> nobody.put(unit, Set.of()));
        note(estate, nobody);
    }

    /** Notes who has which homes, before the homes themselves are stored. */
    void note(Collection<Tenancy> tenancies, ResidentId resident) {
        tenancies.stream()
                .collect(Collectors.groupingBy(Tenancy::estate))
                .forEach((estate, there) -> note(
                        estate,
                        there.stream()
                                .collect(Collectors.toMap(Tenancy::unit, t -> Set.of(resident.value()), (a, b) -> a))));
    }

    /** Notes whose units these are, besides those noted already. */
    void note(EstateCode estate, Map<UnitRef, Set<String>> residents) {
        if (!residents.isEmpty()) {
            collection.bulkWrite(
                    residents.entrySet().stream()
                            .map(entry -> note(estate, entry.getKey(), entry.getValue()))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    /** Everybody who ever had this unit. */
    Set<String> residentsOf(EstateCode estate, UnitRef unit) {
        return residents(collection.find(new Document("_id", ResidentDocuments.key(estate, unit))));
    }

    /** Everybody who ever had a unit of this estate. */
    Set<String> residentsOf(EstateCode estate) {
        return residents(all(estate));
    }

    private static UpdateOneModel<Document> note(EstateCode estate, UnitRef unit, Set<String> residents) {
        Document created = new Document("estate", estate.value())
                .append("building", unit.building())
                .append("unit", unit.unit());
        return new UpdateOneModel<>(
                new Document("_id", ResidentDocuments.key(estate, unit)),
                new Document("$setOnInsert", created)
                        .append("$addToSet", new Document("residents", new Document("$each", List.copyOf(residents)))),
                new UpdateOptions().upsert(true));
    }

    private static Set<String> residents(com.mongodb.client.FindIterable<Document> units) {
        Set<String> ids = new LinkedHashSet<>();
        units.forEach(unit -> ids.addAll(unit.getList("residents", String.class, List.of())));
        return ids;
    }

    private com.mongodb.client.FindIterable<Document> all(EstateCode estate) {
        return collection.find(new Document("estate", estate.value()));
    }
}
