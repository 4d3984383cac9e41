package jp.shikaku.contracts.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that is tested, for tests of what is no class of theirs: pages, manifests, other tests. */
public final class Checkout {

    private Checkout() {}

    /** Where it begins, which the build says. */
    public static Path root() {
        return Path.of(System.getProperty("shikaku.root"));
    }

    /** The files below {@code folder} whose names end in {@code ending}, without what a build has made of them. */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
