package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jp.shikaku.local.problem.LocalException;

/** As what a service was built. */
public enum Form {
    /** For a Java virtual machine. */
    JVM("mvn package -DskipTests") {

        @Override
        Path program(Path target) {
            return target.resolve("quarkus-app").resolve("quarkus-run.jar");
        }

        @Override
        Path parts(Path target) {
            return target.resolve("quarkus-app");
        }

        @Override
        List<String> command(Path program, List<String> marks, List<String> flags) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return Stream.of(List.of(java), marks, flags, List.of("-jar", program.toString()))
                    .flatMap(List::stream)
                    .toList();
        }
    },
    /** A program of the machine. */
    NATIVE("mvn package -Pnative -DskipTests, with a native-image in GRAALVM_HOME") {

        @Override
        Path program(Path target) {
            try (DirectoryStream<Path> runners = Files.newDirectoryStream(target, "*-runner")) {
                Iterator<Path> runner = runners.iterator();
                return runner.hasNext() ? runner.next() : target.resolve("runner");
            } catch (IOException e) {
                return target.resolve("runner");
            }
        }

        @Override
        Path parts(Path target) {
            return program(target);
        }

        @Override
        List<String> command(Path program, List<String> marks, List<String> flags) {
            List<String> memory =
                    flags.stream().filter(flag -> flag.startsWith("-Xmx")).toList();
            return Stream.of(List.of(program.toString()), marks, memory)
                    .flatMap(List::stream)
                    .toList();
        }
    };

    /** Variable of the environment of the launcher. */
    static final String VARIABLE = "SHIKAKU_FORM";

    private final String build;

    Form(String build) {
        this.build = build;
    }

    static Form of(Map<String, String> environment) {
        String form = environment.getOrDefault(VARIABLE, "");
        try {
            return form.isBlank() ? JVM : valueOf(form.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LocalException(VARIABLE + " is " + form + ".", "Say jvm or native.");
        }
    }

    /** What makes it. */
    String build() {
        return build;
    }

    /** @param target what Maven made of the service; the file need not exist */
    abstract Path program(Path target);

    /** The file or the folder that changes with each build. */
    abstract Path parts(Path target);

    /**
     * @param marks by which the process is found again
     * @param flags for a virtual machine; a native program takes the size of its memory alone
     */
    abstract List<String> command(Path program, List<String> marks, List<String> flags);

    /** Whether {@code program} may be a service, and nothing but a service. */
    static boolean isOne(String program) {
        return program.endsWith("/java") || program.endsWith("-runner");
    }
}
