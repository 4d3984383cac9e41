package jp.shikaku.local.postgres;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * How one server is run.
 *
 * @param port 1024 to 65535 on 127.0.0.1, or 0 for one that is free when the server is first started
 * @param sharedBuffersMegabytes memory for pages; 128 is PostgreSQL's own default
 * @param maxConnections how many sessions at once
 * @param durable whether a commit survives a crash of the machine; that of the server it survives always. Tests take {@code false}.
 * @param more further lines of the configuration, which outweigh those before them
 */
public record PostgresSettings(
        int port, int sharedBuffersMegabytes, int maxConnections, boolean durable, List<String> more) {

    static final int ANY_PORT = 0;
    /** With an offset in digits: a server that only starts knows no names of zones, not even Z. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");

    public static PostgresSettings durableOn(int port) {
        return new PostgresSettings(port, 512, 100, true, List.of());
    }

    public static PostgresSettings forTests() {
        return new PostgresSettings(ANY_PORT, 128, 100, false, List.of());
    }

    PostgresSettings withPort(int chosen) {
        return new PostgresSettings(chosen, sharedBuffersMegabytes, maxConnections, durable, more);
    }

    /**
     * Keeps every change, a file of 16 MB after the other, so that any moment since a base backup can be restored.
     *
     * @param archive a folder that the server may write
     */
    public PostgresSettings archivingTo(Path archive) {
        return with(List.of(
                "wal_level = replica",
                "archive_mode = on",
                "archive_command = 'test ! -f " + archive + "/%f && cp %p " + archive + "/%f'"));
    }

    /**
     * Replays what was archived, and serves from then on.
     *
     * @param until the last moment of what is wanted
     */
    public PostgresSettings restoringFrom(Path archive, OffsetDateTime until) {
        return with(List.of(
                "restore_command = 'cp " + archive + "/%f %p'",
                "recovery_target_time = '" + MOMENT.format(until) + "'",
                "recovery_target_action = promote"));
    }

    private PostgresSettings with(List<String> lines) {
        return new PostgresSettings(port, sharedBuffersMegabytes, maxConnections, durable, lines);
    }

    /** The lines of the server's configuration file. */
    String asConfiguration() {
        return String.join(
                "\n",
                "# Written at every start.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                // No socket file: its path may be too long, and there is one way in only.
                "unix_socket_directories = ''",
                "max_connections = " + maxConnections,
                "shared_buffers = " + sharedBuffersMegabytes + "MB",
                "fsync = " + onOff(durable),
                "full_page_writes = " + onOff(durable),
                // Nobody replicates from here: less is written.
                "wal_level = minimal",
                "max_wal_senders = 0",
                // After each checkpoint every page is written whole once: the fewer, the less is written. With 2 GB a
                // question at full speed cost 11 kB instead of 2: the next checkpoint came before that had ended.
                "max_wal_size = 8GB",
                "checkpoint_timeout = 15min",
                // Our queries are short; compiling them costs more than it saves.
                "jit = off",
                "max_parallel_workers_per_gather = 0",
                "log_timezone = 'UTC'",
                "timezone = 'UTC'",
                "log_line_prefix = '%m [%p] '",
                // The statement of a failed query may hold personal data (R5).
                "log_min_error_statement = panic",
                "log_error_verbosity = terse",
                String.join("\n", more),
                "");
    }

    private static String onOff(boolean value) {
        return value ? "on" : "off";
    }
}
