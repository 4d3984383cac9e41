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
        public Path program(Path target) {
            return target.resolve("quarkus-app").resolve(JAR);
        }

        @Override
        Path parts(Path target) {
            return target.resolve("quarkus-app");
        }

        @Override
        public List<String> command(Path program, List<String> marks, List<String> flags) {
            return virtualMachine(List.of(), marks, flags, program);
        }
    },
    /** For a Java virtual machine that finds in a cache what it would work out at each start. The same one that made it. */
    AOT("mvn package -Paot -DskipTests, with JDK 25 or newer") {

        @Override
        public Path program(Path target) {
            return parts(target).resolve(JAR);
        }

        @Override
        Path parts(Path target) {
            return target.resolve("quarkus-aot");
        }

        @Override
        public List<String> command(Path program, List<String> marks, List<String> flags) {
            // "on": a cache of another machine or build stops the start, where the usual "auto" would do without it.
            return virtualMachine(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache(program)), marks, flags, program);
        }

        @Override
        public List<String> training(Path program, List<String> marks, List<String> flags) {
            return virtualMachine(List.of("-XX:AOTCacheOutput=" + cache(program)), marks, flags, program);
        }
    },
    /** A program of the machine. */
    NATIVE("mvn package -Pnative -DskipTests, with a native-image in GRAALVM_HOME") {

        @Override
        public Path program(Path target) {
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
        public List<String> command(Path program, List<String> marks, List<String> flags) {
            List<String> memory =
                    flags.stream().filter(flag -> flag.startsWith("-Xmx")).toList();
            return Stream.of(List.of(program.toString()), marks, memory)
                    .flatMap(List::stream)
                    .toList();
        }
    };

    /** Variable of the environment of the launcher. */
    static final String VARIABLE = "SHIKAKU_FORM";

    private static final String JAR = "quarkus-run.jar";

    private final String build;

    Form(String build) {
        this.build = build;
    }

    static Form of(Map<String, String> environment) {
        String form = environment.getOrDefault(VARIABLE, "");
        try {
            return form.isBlank() ? JVM : named(form.strip());
        } catch (IllegalArgumentException e) {
            throw new LocalException(VARIABLE + " is " + form + ".", "Say jvm, aot or native.");
        }
    }

    /** @throws IllegalArgumentException when there is none of that name, in letters of either case */
    public static Form named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What makes it. */
    String build() {
        return build;
    }

    /** @param target what Maven made of the service; the file need not exist */
    public abstract Path program(Path target);

    /** The file or the folder that changes with each build. */
    abstract Path parts(Path target);

    /**
     * @param marks by which the process is found again
     * @param flags for a virtual machine; a native program takes the size of its memory alone
     */
    public abstract List<String> command(Path program, List<String> marks, List<String> flags);

    /**
     * As {@link #command}, of a run that leaves what later ones start from, when it ends by itself.
     *
     * @throws UnsupportedOperationException when this form has nothing of the kind
     */
    public List<String> training(Path program, List<String> marks, List<String> flags) {
        throw new UnsupportedOperationException(this + " is not trained");
    }

    /** What a run for training leaves, beside the program. */
    public static Path cache(Path program) {
        return program.resolveSibling("app.aot");
    }

    private static List<String> virtualMachine(
            List<String> first, List<String> marks, List<String> flags, Path program) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), first, marks, flags, List.of("-jar", program.toString()))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether {@code program} may be a service, and nothing but a service. */
    static boolean isOne(String program) {
        return program.endsWith("/java") || program.endsWith("-runner");
    }
}
