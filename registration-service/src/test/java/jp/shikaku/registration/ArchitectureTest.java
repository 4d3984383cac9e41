package jp.shikaku.registration;

import jakarta.enterprise.context.ApplicationScoped;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import jp.shikaku.registration.check.CheckRule;
import jp.shikaku.registration.check.SystemRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "jp.shikaku.registration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FRAMEWORKS = {
        "io.quarkus..", "jakarta..", "org.hibernate..", "io.vertx..", "io.smallrye..", "org.eclipse.microprofile.."
    };

    @ArchTest
    static final ArchRule textsDeadlinesAndWhatRulesSeeKnowNoFramework = noClasses()
            .that(describe("are rules of the domain", ArchitectureTest::isOfTheDomain))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule everyRuleOfTheCheckIsFoundByTheContainer = classes()
            .that()
            .implement(CheckRule.class)
            .should()
            .beAnnotatedWith(SystemRule.class)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("jp.shikaku.registration.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule beansGetTheirPartsByConstructor = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ApplicationScoped.class)
            .should()
            .bePrivate();

    /** The first rule can fail: what sets the check up does know the container. */
    @ArchTest
    static void aSetUpClassWouldNotPassForARuleOfTheDomain(JavaClasses all) {
        ArchRule sameDemand = noClasses()
                .that()
                .haveSimpleName("CheckSetup")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS);

        assertThat(sameDemand.evaluate(all).hasViolation()).isTrue();
    }

    /** Everything that is no bean, border or set-up. */
    private static boolean isOfTheDomain(JavaClass type) {
        String feature = type.getPackageName().substring("jp.shikaku.registration".length());
        String name = type.getSimpleName();
        return switch (feature) {
            case ".text", ".importing.file" -> true;
            case ".overlap" ->
                name.startsWith("OverlapRule")
                        || name.equals("OverlapEntry")
                        || type.getName().contains(".Closure");
            case ".deadline" ->
                name.equals("DeadlineRule")
                        || name.equals("DeadlineStates")
                        || name.equals("DeadlineExplanation")
                        || name.equals("BusinessDays")
                        || name.startsWith("DeadlineCsv");
            case ".check" -> !name.equals("CheckSetup") && !name.equals("CheckConfig") && !name.equals("SystemRule");
            case ".progress" -> name.startsWith("ProgressRule") || name.startsWith("ProgressFacts");
            case ".enrolment" ->
                name.equals("VersionLife")
                        || name.equals("RecordContent")
                        || name.equals("EnteredRecord")
                        || name.startsWith("IntakePlan")
                        || name.equals("DisplayChange")
                        || name.equals("Neighbourhood")
                        || name.equals("Version");
            case ".linkage" -> name.equals("DeliveryOutcome") || name.equals("BackOff");
            case ".hold" -> name.equals("Decision") || name.equals("DecisionList");
            case ".resident" -> name.equals("Inquiry") || name.equals("UnusableAnswerException");
            case ".report" ->
                name.equals("Filing")
                        || name.startsWith("ReportContent")
                        || name.equals("StoredReport")
                        || name.equals("WaitingReport");
            case ".individual" -> name.equals("NumberCipher") || name.startsWith("FiveItem");
            default -> false;
        };
    }
}
