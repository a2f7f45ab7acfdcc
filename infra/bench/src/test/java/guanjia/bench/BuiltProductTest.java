package guanjia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The short form of the long proofs, on the product as it is built and started, with its embedded stores. {@code -Dkills=10} kills it ten
 * times; {@code -Dseed=…} repeats a run's choices.
 */
class BuiltProductTest {
    private static final int KILLS = Integer.getInteger("kills", 3);

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.open("short", Speed.BRIEF.residents(), Map.of());
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void answersEveryUpdateOfASteadyLoadOnce() {
        Outcome outcome = Speed.BRIEF.measure(stage).outcome();
        assertThat(outcome.unanswered()).as("seed %d", stage.seed()).isEmpty();
        assertThat(outcome.doubles()).as("seed %d", stage.seed()).isZero();
    }

    @Test
    void answersEveryUpdateOnceThoughItIsKilledInTheMiddle() {
        KillProof proof = new KillProof(stage);
        for (int kill = 1; kill <= KILLS; kill++) {
            KillProof.Round round = proof.round();
            assertThat(round.outcome().unanswered())
                    .as("kill %d of seed %d: %s", kill, stage.seed(), round)
                    .isEmpty();
            assertThat(round.outcome().doubles())
                    .as("kill %d of seed %d: %s", kill, stage.seed(), round)
                    .isLessThanOrEqualTo(KillProof.WORKERS);
        }
    }
}
