package guanjia.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import guanjia.directory.EstateCode;
import guanjia.infra.Examined;
import guanjia.infra.TestStores;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoAuditTest {
    private static final EstateCode YIHE = new EstateCode("yihe");
    private static final EstateCode PLAZA = new EstateCode("plaza");
    private static final StaffMember ADMIN = new StaffMember("s1", "admin", "管理员", Role.ADMIN, Set.of());
    private static final int MANY = 200;

    private final MongoDatabase database = TestStores.freshDatabase();

    @Test
    void theLatestOfAnEstateAreFoundWithoutALookAtTheOthers() {
        Audit audit = new MongoAudit(database, Clock.systemUTC());
        for (int i = 0; i < MANY; i++) {
            record(audit, i % 2 == 0 ? YIHE : PLAZA, "e" + i);
        }
        long examined = Examined.by(database, () -> assertThat(audit.latest(Optional.of(YIHE), 3))
                .extracting(AuditEntry::about)
                .containsExactly("e198", "e196", "e194"));
        assertThat(examined).isLessThan(MANY / 4);
    }

    @Test
    void aDatabaseOfAnEarlierReleaseGetsTheIndexToo() {
        database.getCollection("settings").insertOne(new Document("_id", "schema:staff.audit").append("steps", 1));
        database.getCollection("audit").createIndex(new Document("estate", 1));
        theLatestOfAnEstateAreFoundWithoutALookAtTheOthers();
    }

    private static void record(Audit audit, EstateCode estate, String about) {
        audit.record(ADMIN, new Audit.Deed("estate.saved", Optional.of(estate), about, Map.of(), Map.of()));
    }
}
