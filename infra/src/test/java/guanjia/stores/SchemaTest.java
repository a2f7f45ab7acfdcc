package guanjia.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final MongoDatabase database = TestStores.freshDatabase();
    private final List<String> done = new ArrayList<>();

    @Test
    void aStepIsMadeOnceAndALaterReleaseAddsOnlyItsOwn() {
        Schema.bring(database, "amenities", step("first"));
        Schema.bring(database, "amenities", step("first"));
        Schema.bring(database, "amenities", step("first"), step("second"), step("third"));
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void featuresCountTheirStepsApart() {
        Schema.bring(database, "amenities", step("of amenities"));
        Schema.bring(database, "desk", step("of desk"));
        assertThat(done).containsExactly("of amenities", "of desk");
    }

    @Test
    void aStepThatWasCutOffIsMadeAgainAndThoseBeforeItAreNot() {
        Schema.Step cutOff = database -> {
            throw new IllegalStateException("cut off");
        };
        assertThatThrownBy(() -> Schema.bring(database, "amenities", step("first"), cutOff))
                .hasMessage("cut off");
        Schema.bring(database, "amenities", step("first"), step("second"));
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aProcessOfAnOlderReleaseTakesNothingBack() {
        Schema.bring(database, "amenities", step("first"), step("second"));
        Schema.bring(database, "amenities", step("first"));
        Schema.bring(database, "amenities", step("first"), step("second"));
        assertThat(done).containsExactly("first", "second");
    }

    private Schema.Step step(String name) {
        return database -> done.add(name);
    }
}
