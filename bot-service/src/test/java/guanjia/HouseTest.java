package guanjia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

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
}
