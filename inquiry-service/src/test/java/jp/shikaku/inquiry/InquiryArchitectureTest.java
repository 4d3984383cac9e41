package jp.shikaku.inquiry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Quarkus at the rim only, and features that can be read one by one. */
class InquiryArchitectureTest {

    /** Calendar and holidays, display guide, notice board, questions, the words of an explanation, and the rules of inquiries. */
    private static final DescribedPredicate<JavaClass> KNOWLEDGE = resideInAnyPackage(
                    "jp.shikaku.inquiry.hotline",
                    "jp.shikaku.inquiry.display",
                    "jp.shikaku.inquiry.notice",
                    "jp.shikaku.inquiry.faq",
                    "jp.shikaku.inquiry.text")
            .and(DescribedPredicate.not(simpleNameEndingWith("Resource")))
            .or(simpleName("Explanation"))
            .or(simpleName("TicketLife"))
            .or(simpleName("DueRule"))
            .or(simpleName("TicketReader"))
            .or(simpleName("ReceiptSentence"))
            .as("what the service knows");

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.shikaku.inquiry");

    @Test
    void whatTheServiceKnowsIsPlainJava() {
        plainJava(KNOWLEDGE).check(service);
    }

    @Test
    void contentIsReadWithJacksonAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("jp.shikaku.inquiry.content")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "jp.shikaku.contracts..", "jp.shikaku.inquiry.content", "com.fasterxml.jackson.."))
                .check(service);
    }

    @Test
    void aFrameworkWouldBeFound() {
        assertThat(plainJava(simpleName("HotlineResource")).evaluate(service).hasViolation())
                .isTrue();
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        noCircles("jp.shikaku.inquiry").check(service);
    }

    @Test
    void aCircleWouldBeFound() {
        JavaClasses circle = new ClassFileImporter().importPackages("jp.shikaku.inquiry.cycle");

        assertThat(noCircles("jp.shikaku.inquiry.cycle").evaluate(circle).hasViolation())
                .isTrue();
    }

    private static ArchRule plainJava(DescribedPredicate<JavaClass> which) {
        return classes()
                .that(which)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "jp.shikaku.contracts..", "jp.shikaku.inquiry.."));
    }

    private static ArchRule noCircles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}
