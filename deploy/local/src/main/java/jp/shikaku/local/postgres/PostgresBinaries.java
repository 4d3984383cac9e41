package jp.shikaku.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Folders;

/**
 * The PostgreSQL programs, taken from the zonky jar on the class path. They bring initdb, pg_ctl and postgres, no psql.
 *
 * @param folder where they are unpacked
 */
record PostgresBinaries(Path folder) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int EXECUTABLE = 0100;
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");

    /** The version of the programs, such as 17.9.0. */
    static String version() {
        try (var stream = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new LocalException("The launcher's own jar cannot be read.", "Build again: mvn package", e);
        }
    }

    /** Unpacks the programs below {@code home}, once. */
    static PostgresBinaries unpackedIn(Path home) throws IOException {
        return new PostgresBinaries(Folders.complete(home.resolve("binaries-" + version()), PostgresBinaries::unpack));
    }

    String initdb() {
        return program("initdb");
    }

    String pgCtl() {
        return program("pg_ctl");
    }

    String postgres() {
        return program("postgres");
    }

    private String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        try (var archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
                throw new LocalException(
                        "There are no PostgreSQL programs for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + ".",
                        "Run Shikaku on Linux with an x86-64 processor.");
            }
            unpack(archive, target);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive reaches outside its folder: " + entry.getName());
                }
                makeReadable(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, (entry.getMode() & EXECUTABLE) != 0 ? PROGRAM : PLAIN);
                }
            }
        }
    }

    /** Root may have to hand these programs to an unprivileged user: they hold nothing secret. */
    private static void makeReadable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeReadable(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PROGRAM);
        }
    }
}
