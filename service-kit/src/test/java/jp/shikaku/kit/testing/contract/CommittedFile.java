package jp.shikaku.kit.testing.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A file of the published language, committed under {@code contracts/}, which a test of a service makes anew. */
record CommittedFile(Path path) {

    static CommittedFile of(String folder, String name) {
        return new CommittedFile(folder(folder).resolve(name));
    }

    /** Every file of a folder, by name. */
    static List<CommittedFile> in(String folder) {
        List<CommittedFile> files = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder(folder))) {
            paths.forEach(path -> files.add(new CommittedFile(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(files, (a, b) -> a.path.compareTo(b.path));
        return files;
    }

    private static Path folder(String name) {
        return Path.of(System.getProperty("shikaku.root"), "contracts", name);
    }

    /** Empty when it was never committed. */
    String text() {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
