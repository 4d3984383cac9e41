package jp.shikaku.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Command;
import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.SecretFile;

/**
 * A folder with the unpacked programs, one initialised data folder to copy from, and the servers made of it. Copying
 * takes a fraction of what initdb takes.
 *
 * @param folder made when missing
 */
record PostgresHome(Path folder) {

    /** The role the services use: it may make databases and own them, and is no superuser. */
    static final String ROLE = "shikaku";

    /** With the same password; for what only the owner of a server may do to it. */
    static final String SUPERUSER = "postgres";

    static final String DATA = "data";
    static final String PASSWORD = "password";
    private static final long BYTES_NEEDED = 300L << 20;
    private static final int PASSWORD_BYTES = 24;

    PostgresHome {
        folder = folder.toAbsolutePath().normalize();
    }

    PostgresBinaries binaries() throws IOException {
        return PostgresBinaries.unpackedIn(folder);
    }

    /**
     * The folder of one server: {@code data} and {@code password}. Made from the template when it does not exist.
     *
     * @throws LocalException when the disk is too full, or another version of PostgreSQL wrote the data
     */
    Path server(String name, ServerAccount account) throws IOException {
        var server = folder.resolve(name);
        if (!Files.isDirectory(server)) {
            requireDisk();
            var template = template(account);
            Folders.complete(server, unfinished -> {
                Folders.copy(template, unfinished);
                account.handOver(unfinished);
            });
        }
        requireSameMajor(server);
        return server;
    }

    /** The folder of a server whose data are a base backup; it recovers when it is first started. */
    void restored(String name, Path backup, Path password, ServerAccount account) throws IOException {
        Folders.complete(folder.resolve(name), unfinished -> {
            Files.createDirectory(unfinished);
            var data = unfinished.resolve(DATA);
            Folders.copy(backup, data);
            for (var empty : List.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_subtrans")) {
                Files.createDirectories(data.resolve(empty));
            }
            Files.createFile(data.resolve("recovery.signal"));
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            SecretFile.write(unfinished.resolve(PASSWORD), Files.readString(password));
            account.handOver(unfinished);
        });
    }

    private Path template(ServerAccount account) throws IOException {
        return Folders.complete(folder.resolve("template-" + PostgresBinaries.version()), unfinished -> {
            Files.createDirectory(unfinished);
            var password = SecretFile.random(PASSWORD_BYTES);
            SecretFile.write(unfinished.resolve(PASSWORD), password);
            account.handOver(unfinished);
            initialise(unfinished, account);
            addRole(unfinished.resolve(DATA), password, account);
        });
    }

    private void initialise(Path unfinished, ServerAccount account) throws IOException {
        run(
                account,
                "",
                List.of(
                        binaries().initdb(),
                        "--pgdata=" + unfinished.resolve(DATA),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + unfinished.resolve(PASSWORD),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // PostgreSQL's own collation: the same order on every machine, whatever its locales.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums",
                        "--no-sync",
                        "--no-instructions"));
    }

    private void addRole(Path data, String password, ServerAccount account) throws IOException {
        run(
                account,
                "CREATE ROLE " + ROLE + " LOGIN CREATEDB PASSWORD '" + password + "';\n",
                List.of(binaries().postgres(), "--single", "-D", data.toString(), "postgres"));
    }

    private void run(ServerAccount account, String input, List<String> program) throws IOException {
        var outcome = Command.of(account.command(new ArrayList<>(program)))
                .withInput(input)
                .run();
        if (!outcome.ok()) {
            throw new LocalException(
                    "PostgreSQL could not be set up in " + folder + ":\n"
                            + outcome.output().indent(4).stripTrailing(),
                    "Look at the last lines above; free disk space if that is what is missing, then try again.");
        }
    }

    private void requireDisk() throws IOException {
        Folders.make(folder);
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < BYTES_NEEDED) {
            throw new LocalException(
                    "The disk of " + folder + " has " + (free >> 20) + " MB left; the databases need "
                            + (BYTES_NEEDED >> 20) + " MB.",
                    "Free some space, or put the data elsewhere with SHIKAKU_DATA=/a/larger/disk/shikaku.");
        }
    }

    private static void requireSameMajor(Path server) throws IOException {
        var written =
                Files.readString(server.resolve(DATA).resolve("PG_VERSION")).strip();
        if (!PostgresBinaries.version().startsWith(written + ".")) {
            throw new LocalException(
                    server + " was written by PostgreSQL " + written + "; this is " + PostgresBinaries.version() + ".",
                    "The data are local ones: start afresh with deploy/shikaku down --purge.");
        }
    }
}
