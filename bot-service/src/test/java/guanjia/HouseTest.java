package guanjia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The walls between the packages, in all modules' jars. */
class HouseTest {
    @Test
    void everyPackageUsesOnlyWhatOthersOffer() {
        ApplicationModules.of(Guanjia.class).verify();
    }

    @Test
    void reactiveTypesStayAtTheWebsEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("guanjia.inbound..", "guanjia.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("reactor..")
                .because("a method returns a plain value and may block, or it is an edge of the web")
                .check(ProductClasses.ALL);
    }

    @Test
    void conversationsKnowNoFeatureThatOwnsFlows() {
        noClasses()
                .that()
                .resideInAPackage("guanjia.conversations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("guanjia.desk..", "guanjia.amenities..", "guanjia.replies..", "guanjia.inbound..")
                .because("features hand their flows and effect handlers over as beans")
                .check(ProductClasses.ALL);
    }

    @Test
    void featuresDontKnowWhetherTheStoresAreEmbedded() {
        noClasses()
                .that()
                .resideOutsideOfPackages("guanjia", "guanjia.infra..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("guanjia.infra..")
                .because("an installation with stores of its own runs the same code")
                .check(ProductClasses.ALL);
    }

    @Test
    void indexesAreMadeAsStepsOfASchema() {
        classes()
                .that()
                .resideOutsideOfPackages("guanjia.infra..", "guanjia.bench..")
                .should(new BringTheirIndexesAsASchema())
                .because("what was set up, and in which version, stands in one place")
                .check(ProductClasses.ALL);
    }

    @Test
    void everyControllerOfStaffBelongsToARole() {
        classes()
                .that()
                .resideInAPackage("guanjia.console..")
                .and()
                .areMetaAnnotatedWith(Controller.class)
                .and()
                .doNotHaveSimpleName("Favicon")
                .and()
                .doNotHaveSimpleName("FrontDoor")
                .should()
                .beAnnotatedWith("guanjia.console.OnConsoleRole")
                .orShould()
                .beAnnotatedWith(ConditionalOnProperty.class)
                .because("a process without a role doesn't serve its paths")
                .check(ProductClasses.ALL);
    }
}
