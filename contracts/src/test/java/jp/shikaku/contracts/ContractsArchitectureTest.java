package jp.shikaku.contracts;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/** The published language is plain Java: whoever speaks it takes on no framework. */
class ContractsArchitectureTest {

    private static final ArchRule PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "jp.shikaku.contracts..",
                    "java..",
                    "javax.crypto..",
                    "javax.xml.stream..",
                    "com.fasterxml.jackson.annotation..");

    @Test
    void contractsDependOnNothingButJavaAndJacksonAnnotations() {
        PLAIN_JAVA.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("jp.shikaku.contracts"));
    }

    @Test
    void ruleFindsAForeignDependency() {
        assertThat(PLAIN_JAVA
                        .evaluate(new ClassFileImporter().importClasses(ContractsArchitectureTest.class))
                        .hasViolation())
                .isTrue();
    }
}
