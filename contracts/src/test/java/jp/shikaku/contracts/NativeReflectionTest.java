package jp.shikaku.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A native program looks into those classes alone that it was told of when it was built, and Jackson writes a record that
 * it cannot look into as {@code {}} without a word. Quarkus finds what stands in the signature of a resource; what is
 * read from a column, written on a stream or fingerprinted it does not find. So this jar tells of all that may be on the
 * wire. {@code -Dnative.update=true} writes the file anew.
 */
class NativeReflectionTest {

    private static final Path FILE = Path.of(
            "src",
            "main",
            "resources",
            "META-INF",
            "native-image",
            "jp.shikaku",
            "contracts",
            "reachability-metadata.json");

    @Test
    void nativeProgramsAreToldOfEveryTypeThatMayBeOnTheWire() throws IOException {
        String wanted = metadata(wireTypes());
        if (Boolean.getBoolean("native.update")) {
            Files.writeString(FILE, wanted);
        }
        assertThat(FILE)
                .as("run this test with -Dnative.update=true and commit the file")
                .hasContent(wanted);
    }

    @Test
    void recordsCodesAndValuesAreAllAmongThem() {
        assertThat(wireTypes())
                .contains(
                        ConfirmationAnswer.class.getName(),
                        Validity.class.getName(),
                        InsurerNumber.class.getName(),
                        Problem.class.getName())
                .doesNotContain(NativeReflectionTest.class.getName());
    }

    /** Records, lists of codes, and whatever says to Jackson how it is written. */
    private static List<String> wireTypes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("jp.shikaku.contracts").stream()
                        .filter(type -> type.isRecord() || type.isEnum() || speaksToJackson(type))
                        .map(JavaClass::getName)
                        .sorted()
                        .toList();
    }

    private static boolean speaksToJackson(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("com.fasterxml.jackson.annotation"));
    }

    private static String metadata(List<String> types) {
        return types.stream()
                .map(type -> "    {\"type\": \"" + type + "\", \"allDeclaredConstructors\": true,"
                        + " \"allDeclaredMethods\": true, \"allDeclaredFields\": true}")
                .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
    }
}
