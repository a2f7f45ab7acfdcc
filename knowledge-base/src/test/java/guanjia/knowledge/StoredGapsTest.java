package guanjia.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import guanjia.infra.TestStores;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredGapsTest {
    private static final Instant MORNING = Instant.parse("2026-11-25T01:00:00Z");

    private final MongoDatabase database = TestStores.freshDatabase();
    private final StoredGaps gaps = new StoredGaps(database);

    @Test
    void aGroupThatManyAskAboutCountsAllAndKeepsAFewWordings() {
        for (int i = 0; i < 50; i++) {
            gaps.add("yihe", "第" + i + "种说法", vector(0), "停车", MORNING.plusSeconds(i));
        }

        assertThat(gaps.newest("yihe", 10)).singleElement().satisfies(gap -> {
            assertThat(gap.question()).isEqualTo("第0种说法");
            assertThat(gap.examples()).hasSize(5).doesNotContain("第0种说法");
            assertThat(gap.count()).isEqualTo(50);
            assertThat(gap.last()).isEqualTo(MORNING.plusSeconds(49));
        });
        assertThat(database.getCollection("gaps").find().first().getList("examples", String.class))
                .hasSize(6);
    }

    @Test
    void whatIsAskedAgainComesBackAfterItWasSettled() {
        gaps.add("yihe", "能养鸡吗", vector(0), "宠物", MORNING);
        gaps.add("yihe", "有直升机坪吗", vector(1), "停车", MORNING.plusSeconds(1));
        assertThat(gaps.resolve("yihe", gaps.newest("yihe", 1).getFirst().id())).isTrue();
        assertThat(gaps.newest("yihe", 10)).extracting(Gaps.Gap::question).containsExactly("能养鸡吗");

        gaps.add("yihe", "直升机能停吗", vector(1), "停车", MORNING.plusSeconds(2));

        assertThat(gaps.newest("yihe", 10)).extracting(Gaps.Gap::question).containsExactly("有直升机坪吗", "能养鸡吗");
    }

    private static float[] vector(int direction) {
        float[] vector = new float[SentenceModel.LENGTH];
        vector[direction] = 1;
        return vector;
    }
}
