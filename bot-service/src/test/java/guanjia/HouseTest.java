package guanjia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The walls between the packages, in all modules' jars. */
class HouseTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("guanjia");

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
                .check(classes);
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
                .check(classes);
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
                .check(classes);
    }
}
