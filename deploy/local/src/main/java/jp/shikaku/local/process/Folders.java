package jp.shikaku.local.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Whole folders: made private, copied, deleted, and put in place in one step. */
public final class Folders {

    private static final String UNFINISHED = ".unfinished-";

    private Folders() {}

    /**
     * Makes {@code folder} and its missing parents such that others may pass through but not look around. What is secret
     * inside is closed on its own; a server that root hands to another user must get to its files.
     */
    public static Path make(Path folder) throws IOException {
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    }

    /** Copies a folder with the permissions of its files; {@code to} must not exist. */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Copies {@code from} while others write there: what goes away meanwhile is left out.
     *
     * @param without names right below {@code from} that are left out
     */
    public static void copyWhileChanging(Path from, Path to, Set<String> without) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isLeftOut(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isLeftOut(file)) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException e) {
                        Files.deleteIfExists(to.resolve(from.relativize(file)));
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private boolean isLeftOut(Path path) {
                return from.equals(path.getParent())
                        && without.contains(path.getFileName().toString());
            }
        });
    }

    /** Deletes a folder and all that is in it; links are removed, not followed. Nothing happens when it is absent. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Fills a folder that does not exist yet. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path folder) throws IOException;
    }

    /**
     * Makes {@code target} appear complete or not at all: it is filled under another name and renamed last. A run that
     * was killed half-way leaves only the other name, which the next run clears; two runs at once do no harm.
     */
    public static Path complete(Path target, Filler filler) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        make(target.getParent());
        clearUnfinished(target);
        var unfinished =
                target.resolveSibling(target.getFileName() + UNFINISHED + Owner.current() + "." + UUID.randomUUID());
        try {
            filler.fill(unfinished);
            if (!Files.isDirectory(target)) {
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            // Another run was quicker by a moment: its folder is as good as ours.
        } finally {
            delete(unfinished);
        }
        return target;
    }

    private static void clearUnfinished(Path target) throws IOException {
        var prefix = target.getFileName() + UNFINISHED;
        try (var siblings = Files.newDirectoryStream(target.getParent(), prefix + "*")) {
            for (var sibling : siblings) {
                var owner = sibling.getFileName().toString().substring(prefix.length());
                if (!Owner.parse(owner.replaceFirst("\\..*", ""))
                        .map(Owner::isAlive)
                        .orElse(false)) {
                    delete(sibling);
                }
            }
        }
    }
}
