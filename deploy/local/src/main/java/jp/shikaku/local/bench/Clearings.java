package jp.shikaku.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Party;
import jp.shikaku.local.massfile.MassFile;

/**
 * So many clearings a second: a small file each second, of which each row is cleared. What is timed is the way from there
 * to eligibility, as registration counts it.
 */
final class Clearings {

    static final int PER_SECOND = 500;

    private static final int FILES = 40;
    /** Of the files, the first ones only wake what runs. */
    private static final int WARMING = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Endpoints endpoints;
    private final Party insurer;
    private final URI admin;
    private final List<MassFile> files = new ArrayList<>();

    Clearings(Endpoints endpoints, Party insurer, URI admin, long seed, LocalDate today) {
        this.endpoints = endpoints;
        this.insurer = insurer;
        this.admin = admin;
        for (int i = 0; i < FILES; i++) {
            files.add(new MassFile(seed + i, PER_SECOND, 0, today));
        }
    }

    /** Who has to be in the resident register first. */
    List<ObjectNode> residents() {
        return files.stream().flatMap(MassFile::residents).toList();
    }

    LinkageDelays run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("shikaku-bench-");
        List<Path> written = new ArrayList<>();
        try {
            for (MassFile file : files) {
                Path path = folder.resolve(written.size() + ".csv");
                written.add(path);
                file.write(path, rows -> {});
            }
            return send(written);
        } finally {
            for (Path path : written) {
                Files.deleteIfExists(path);
            }
            Files.delete(folder);
        }
    }

    private LinkageDelays send(List<Path> written) throws IOException, InterruptedException {
        LinkageDelays start = LinkageDelays.read(admin, "bulk");
        LinkageDelays before = start;
        List<String> imports = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < FILES; i++) {
            LockSupport.parkNanos(begun + i * 1_000_000_000L - System.nanoTime());
            if (i == WARMING) {
                before = LinkageDelays.read(admin, "bulk");
            }
            imports.add(sent(written.get(i)));
        }
        for (String sent : imports) {
            untilCleared(sent);
        }
        return untilDelivered(start.all() + (long) FILES * PER_SECOND).since(before);
    }

    private String sent(Path file) throws IOException {
        Answer sent = insurer.postFile(
                endpoints.imports(),
                file,
                "text/csv; charset=UTF-8",
                UUID.randomUUID().toString(),
                PATIENCE);
        return sent.text("/id");
    }

    private void untilCleared(String sent) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!insurer.get(endpoints.importOf(sent))
                .body()
                .path("state")
                .asText()
                .equals("COMPLETED")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("file " + sent + " is not taken in");
            }
            Thread.sleep(100);
        }
    }

    /** What has not arrived when patience ends is missing from the count, and so tells of itself. */
    private LinkageDelays untilDelivered(long all) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        LinkageDelays now = LinkageDelays.read(admin, "bulk");
        while (now.all() < all && System.nanoTime() < deadline) {
            Thread.sleep(100);
            now = LinkageDelays.read(admin, "bulk");
        }
        return now;
    }
}
