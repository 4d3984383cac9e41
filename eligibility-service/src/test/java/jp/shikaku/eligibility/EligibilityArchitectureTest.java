package jp.shikaku.eligibility;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import jp.shikaku.eligibility.cycle.one.One;
import jp.shikaku.eligibility.cycle.two.Two;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Packages by feature, which do not go round in circles; the rules of the domain are plain Java. */
class EligibilityArchitectureTest {

    private static final String[] PLAIN_JAVA = {"java..", "jp.shikaku.contracts..", "jp.shikaku.eligibility.."};

    private static final DescribedPredicate<JavaClass> RULES = describe(
            "rules of the domain",
            type -> type.getPackageName().endsWith(".verdict")
                    || type.getPackageName().endsWith(".desk")
                    || type.getPackageName().endsWith(".prescription"));

    /** A resource of FHIR that is named like one of them is a form on the wire, and no rule may know it. */
    private static final DescribedPredicate<JavaClass> VALUES = describe(
            "values the rules speak of",
            type -> !type.getPackageName().endsWith(".fhir")
                    && type.getName()
                            .matches(
                                    ".*\\.(Coverage|Certificate|(Card|Certificate)?Question|Confirmation|Looker|MedicalInformation|DisplayGuide)"));

    private static final ArchRule RULES_ARE_PLAIN_JAVA =
            classes().that(RULES.or(VALUES)).should().onlyDependOnClassesThat().resideInAnyPackage(PLAIN_JAVA);

    /** Else a framework could come in by the back door of a class that is allowed. */
    private static final ArchRule RULES_KNOW_RULES_AND_VALUES_ONLY = classes()
            .that(RULES)
            .should()
            .onlyDependOnClassesThat(
                    RULES.or(VALUES).or(JavaClass.Predicates.resideInAnyPackage("java..", "jp.shikaku.contracts..")));

    private static final ArchRule NO_CYCLES =
            slices().matching("jp.shikaku.eligibility.(**)").should().beFreeOfCycles();

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.shikaku.eligibility");

    @Test
    void rulesOfTheDomainArePlainJava() {
        RULES_ARE_PLAIN_JAVA.check(service);
        RULES_KNOW_RULES_AND_VALUES_ONLY.check(service);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        NO_CYCLES.check(service);
    }

    @Test
    void aRuleThatUsesAFrameworkIsFound() {
        JavaClasses wrong = new ClassFileImporter().importPackages("jp.shikaku.eligibility.framework");

        assertThat(wrong).isNotEmpty();
        assertThat(RULES_ARE_PLAIN_JAVA.evaluate(wrong).hasViolation()).isTrue();
        assertThat(RULES_KNOW_RULES_AND_VALUES_ONLY.evaluate(wrong).hasViolation())
                .isTrue();
    }

    @Test
    void aCircleIsFound() {
        JavaClasses circle = new ClassFileImporter().importClasses(One.class, Two.class);

        assertThat(NO_CYCLES.evaluate(circle).hasViolation()).isTrue();
    }
}
