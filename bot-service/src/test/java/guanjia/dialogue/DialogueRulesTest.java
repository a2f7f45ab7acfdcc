package guanjia.dialogue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import guanjia.ProductClasses;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DialogueRulesTest {
    @Test
    void theEngineKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("guanjia.dialogue")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("guanjia.dialogue", "java..", "org.jspecify..")
                .because("a turn is a pure function, tested without anything else")
                .check(ProductClasses.ALL);
    }

    @Test
    void theEngineAndFlowsHaveNoClockAndNoRandomness() {
        noClasses()
                .that()
                .resideInAPackage("guanjia.dialogue")
                .or()
                .implement(Flow.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(UUID.class)
                .because("a run that is repeated must come to the same end")
                .check(ProductClasses.ALL);
    }

    @Test
    void flowsHaveNoTryBlocks() {
        assertThat(ProductClasses.ALL.stream()
                        .filter(c -> c.isAssignableTo(Flow.class))
                        .flatMap(c -> c.getCodeUnits().stream())
                        .filter(unit -> !unit.getTryCatchBlocks().isEmpty())
                        .map(JavaCodeUnit::getFullName))
                .as("a question without an answer ends the run by an exception that only the engine catches")
                .isEmpty();
    }

    @Test
    void onePlaceCatchesThePause() {
        assertThat(ProductClasses.ALL.stream()
                        .flatMap(c -> c.getCodeUnits().stream())
                        .filter(unit -> unit.getTryCatchBlocks().stream().anyMatch(b -> b.getCaughtThrowables().stream()
                                .map(JavaClass::getSimpleName)
                                .anyMatch("Pause"::equals)))
                        .map(JavaCodeUnit::getName))
                .containsExactly("of");
    }
}
