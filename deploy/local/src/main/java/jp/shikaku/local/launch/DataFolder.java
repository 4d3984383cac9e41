package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;

/**
 * The folder that holds everything this system keeps.
 *
 * @param folder it need not exist yet
 */
record DataFolder(Path folder) {

    /** Tells our folder from one that a mistyped SHIKAKU_DATA points at: only ours is ever removed. */
    private static final String MARK = "shikaku.lock";

    /** What only one launcher at a time may do. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    boolean exists() {
        return Files.exists(folder.resolve(MARK));
    }

    /**
     * Makes the folder when it is missing.
     *
     * @throws LocalException when it belongs to something else or cannot be written
     */
    void make() {
        try {
            requireOurs();
            Folders.make(folder);
            if (!exists()) {
                Files.createFile(folder.resolve(MARK));
            }
        } catch (FileAlreadyExistsException e) {
            // Another launcher made it at the same moment.
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Makes the folder when it is missing, and keeps other launchers out while {@code work} runs.
     *
     * @throws LocalException also when another launcher is at work
     */
    <T> T alone(Work<T> work) {
        make();
        try (var channel = FileChannel.open(folder.resolve(MARK), StandardOpenOption.WRITE)) {
            if (!locks(channel)) {
                throw new LocalException(
                        "Another deploy/shikaku is at work in " + folder + ".",
                        "Wait until it is done, then try again.");
            }
            return work.run();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // The other one is in this very program.
            return false;
        }
    }

    void purge() throws IOException {
        Folders.delete(folder);
    }

    private void requireOurs() throws IOException {
        if (!Files.exists(folder) || exists()) {
            return;
        }
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new LocalException(
                        folder + " holds other files and is not a data folder of Shikaku.",
                        "Point SHIKAKU_DATA at a folder that is empty or does not exist.");
            }
        }
    }

    private LocalException unusable(IOException cause) {
        return new LocalException(
                "The data folder " + folder + " cannot be used: " + cause,
                "Check that it may be written and that the disk is not full, or choose another with SHIKAKU_DATA.",
                cause);
    }
}
