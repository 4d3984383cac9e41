package jp.shikaku.local.launch;

import java.util.EnumMap;
import java.util.Map;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.postgres.PostgresSettings;

/** One PostgreSQL server a service: stopping that of one leaves the others alone, as it would be in earnest. */
public final class Databases {

    private final Layout layout;
    private final Map<Service, LocalPostgres> servers = new EnumMap<>(Service.class);

    Databases(Layout layout) {
        this.layout = layout;
    }

    /** The server of {@code service}, made when it does not exist; it may or may not be running. */
    public synchronized LocalPostgres of(Service service) {
        return servers.computeIfAbsent(
                service,
                key -> LocalPostgres.in(
                        layout.postgres(), key.label(), PostgresSettings.durableOn(layout.databasePort(key))));
    }

    boolean isRunning(Service service) {
        return LocalPostgres.runsIn(layout.postgres(), service.label());
    }

    /** Starts the server of {@code service} and makes the service's database in it. */
    public void start(Service service) {
        var server = of(service);
        server.start();
        server.createDatabase(service.label());
    }

    /** Nothing happens, and nothing is made, when it does not run. */
    void stop(Service service) {
        if (isRunning(service)) {
            of(service).stop();
        }
    }
}
