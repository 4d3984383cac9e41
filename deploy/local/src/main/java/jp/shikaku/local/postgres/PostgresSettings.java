package jp.shikaku.local.postgres;

/**
 * How one server is run.
 *
 * @param port 1024 to 65535 on 127.0.0.1, or 0 for one that is free when the server is first started
 * @param sharedBuffersMegabytes memory for pages; 128 is PostgreSQL's own default
 * @param maxConnections how many sessions at once
 * @param durable whether a commit survives a crash of the machine; that of the server it survives always. Tests take {@code false}.
 */
public record PostgresSettings(int port, int sharedBuffersMegabytes, int maxConnections, boolean durable) {

    static final int ANY_PORT = 0;

    public static PostgresSettings durableOn(int port) {
        return new PostgresSettings(port, 512, 60, true);
    }

    public static PostgresSettings forTests() {
        return new PostgresSettings(ANY_PORT, 128, 100, false);
    }

    PostgresSettings withPort(int chosen) {
        return new PostgresSettings(chosen, sharedBuffersMegabytes, maxConnections, durable);
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
                // After each checkpoint every page is written whole once: the fewer, the less is written.
                "max_wal_size = 2GB",
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
                "");
    }

    private static String onOff(boolean value) {
        return value ? "on" : "off";
    }
}
