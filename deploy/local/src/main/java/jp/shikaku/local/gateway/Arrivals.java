package jp.shikaku.local.gateway;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jp.shikaku.contracts.oqs.OqsExchange;

/**
 * Tells which files in the request folder are whole. Not every client writes elsewhere and moves: a file counts as whole
 * when it rests and ends as a document does, or when it rests for long.
 */
final class Arrivals {

    private static final String END = "</XmlMsg>";
    private static final int TAIL = 64;

    private final Path folder;
    private final Duration settle;
    private final Duration incomplete;
    private final Map<Path, Seen> resting = new HashMap<>();

    Arrivals(Path folder, Duration settle, Duration incomplete) {
        this.folder = folder;
        this.settle = settle;
        this.incomplete = incomplete;
    }

    /** @param since {@link System#nanoTime()} when the file was first seen like this */
    private record Seen(long size, long modified, long since) {

        boolean isLike(Seen other) {
            return size == other.size && modified == other.modified;
        }

        boolean restedFor(Duration time, long now) {
            return now - since >= time.toNanos();
        }
    }

    /** The files that are whole by now, in the order of their names. */
    List<Path> whole() throws IOException {
        List<Path> whole = new ArrayList<>();
        Set<Path> there = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Arrivals::isXml)) {
            for (Path file : files) {
                there.add(file);
                if (isWhole(file)) {
                    whole.add(file);
                }
            }
        }
        resting.keySet().retainAll(there);
        whole.sort(null);
        return whole;
    }

    /** Whether files are there that were not whole when they were last looked at. */
    boolean isWaiting() {
        return !resting.isEmpty();
    }

    private static boolean isXml(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(OqsExchange.FILE_ENDING) && !name.startsWith(".");
    }

    private boolean isWhole(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return false;
            }
            long now = System.nanoTime();
            Seen seen =
                    new Seen(attributes.size(), attributes.lastModifiedTime().toMillis(), now);
            Seen before = resting.get(file);
            if (before == null || !before.isLike(seen)) {
                resting.put(file, seen);
                return false;
            }
            return before.restedFor(settle, now) && endsAsADocument(file) || before.restedFor(incomplete, now);
        } catch (NoSuchFileException e) {
            return false; // taken away again
        }
    }

    private static boolean endsAsADocument(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(content.length(), TAIL);
            content.seek(content.length() - length);
            byte[] tail = new byte[length];
            content.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).strip().endsWith(END);
        }
    }
}
