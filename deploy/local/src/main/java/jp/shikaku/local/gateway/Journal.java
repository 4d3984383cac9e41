package jp.shikaku.local.gateway;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;

/**
 * Where each request is, kept by the folder its file lies in, so that a crash at any moment leaves one way to go on:
 *
 * <ol>
 *   <li>{@code claimed}: taken out of the request folder; its answer is not known, and it is asked about (again)
 *   <li>{@code answered}: its answer lies beside the others under a hidden name. If that is still there it is shown now; if
 *       not, it was shown already
 *   <li>{@code done}: its answer was shown, once
 * </ol>
 *
 * Every step is one rename, which either happened or did not.
 */
final class Journal implements AutoCloseable {

    private final Path requests;
    private final Path answers;
    private final Path claimed;
    private final Path answered;
    private final Path done;
    private final FileChannel lock;

    private Journal(Path requests, Path answers, Path work, FileChannel lock) throws IOException {
        this.requests = requests;
        this.answers = answers;
        this.claimed = Files.createDirectories(work.resolve("claimed"));
        this.answered = Files.createDirectories(work.resolve("answered"));
        this.done = Files.createDirectories(work.resolve("done"));
        this.lock = lock;
    }

    /** @throws LocalException when the folders cannot be used, or another gateway uses them */
    static Journal open(Path requests, Path answers, Path work) {
        try {
            Files.createDirectories(requests);
            Files.createDirectories(answers);
            Folders.make(work);
            return new Journal(requests, answers, work, lock(work));
        } catch (IOException e) {
            throw new LocalException(
                    "The folders " + requests + ", " + answers + " and " + work + " cannot be used: " + e.getMessage(),
                    "Choose folders you may write to.",
                    e);
        }
    }

    private static FileChannel lock(Path work) throws IOException {
        FileChannel channel =
                FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very program
        }
        if (held == null) {
            channel.close();
            throw new LocalException(
                    "Another gateway works on " + work + ".", "Stop it, or give this one folders of its own.");
        }
        return channel;
    }

    /** Takes {@code file}; empty when it is gone. */
    Optional<Claim> claim(Path file) throws IOException {
        Claim claim = Claim.of(file.getFileName().toString());
        try {
            move(file, claimed(claim));
            return Optional.of(claim);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (AtomicMoveNotSupportedException e) {
            throw new LocalException(
                    "Files cannot be moved from " + requests + " to " + claimed + " in one step.",
                    "Give a folder on the same file system with --work.",
                    e);
        }
    }

    /** The content of a request that is being worked on. */
    Path claimed(Claim claim) {
        return claimed.resolve(claim.fileName());
    }

    /** Whether the answer of {@code claim} is known, and perhaps not shown. */
    boolean isAnswered(Claim claim) {
        return Files.exists(answered.resolve(claim.fileName()));
    }

    /** Where the answer is written before anybody may see it. */
    Path draft(Claim claim) {
        return answers.resolve("." + claim.id() + ".part");
    }

    /** Shows the answer that was written to {@link #draft} as {@code answerFile}. */
    void deliver(Claim claim, String answerFile) throws IOException {
        force(draft(claim));
        move(claimed(claim), answered.resolve(claim.fileName()));
        finish(claim, answerFile);
    }

    /** Goes on where {@link #deliver} was interrupted. */
    void finish(Claim claim, String answerFile) throws IOException {
        if (Files.exists(draft(claim))) {
            move(draft(claim), answers.resolve(answerFile));
        }
        move(answered.resolve(claim.fileName()), done.resolve(claim.fileName()));
    }

    /** Requests that were taken, and whose answers were not known when a gateway stopped. */
    List<Claim> interrupted() throws IOException {
        return in(claimed);
    }

    /** Requests whose answers were known, and perhaps not shown. */
    List<Claim> undelivered() throws IOException {
        return in(answered);
    }

    /** Deletes what was done longer than {@code keep} ago. */
    void forget(Duration keep) throws IOException {
        Instant before = Instant.now().minus(keep);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(done)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Claim> in(Path folder) throws IOException {
        List<Claim> claims = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> claims.add(Claim.read(file)));
        }
        return claims;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        // The rename has to be on the disk before the next one is: a folder is a file too.
        force(to.getParent());
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
