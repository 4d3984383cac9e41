package jp.shikaku.local.launch;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

import jp.shikaku.local.console.Progress;
import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Ports;

/** The whole system on this machine: three databases and three services. */
public final class Stack {

    private static final List<Service> ALL = List.of(Service.values());

    private final Layout layout;
    private final DataFolder data;
    private final Databases databases;
    private final Readiness readiness;

    public Stack(Layout layout) {
        this.layout = layout;
        this.data = new DataFolder(layout.data());
        this.databases = new Databases(layout);
        this.readiness = new Readiness(layout);
    }

    public Layout layout() {
        return layout;
    }

    public Databases databases() {
        return databases;
    }

    /** Who signs tokens here; the key is made when there is none. */
    public LocalIdentity identity() {
        data.make();
        return LocalIdentity.in(layout.identity());
    }

    /** By which the keys of cards are made here; it is made when there is none. */
    public byte[] subjectKeySecret() throws IOException {
        data.make();
        return Base64.getDecoder().decode(Secrets.in(layout.secrets()).subjectKey());
    }

    /** How a service is. */
    public enum Health {
        READY,
        /** It runs and cannot work, or not yet. */
        NOT_READY,
        STOPPED
    }

    /** What is known of a service and its database. */
    public record Status(Service service, Health health, boolean databaseRuns) {

        public boolean isWell() {
            return health == Health.READY && databaseRuns;
        }
    }

    public List<Status> status() {
        return ALL.stream()
                .map(service -> new Status(service, health(service), databases.isRunning(service)))
                .toList();
    }

    private Health health(Service service) {
        if (process(service).find().isEmpty()) {
            return Health.STOPPED;
        }
        return readiness.isReady(service) ? Health.READY : Health.NOT_READY;
    }

    /**
     * Makes everything run. What runs and is ready stays. What is left of a run that was killed, was built or configured
     * differently, or is not ready, is started again. What was started is stopped when something else does not come up.
     *
     * @return the services that were started; empty when all was up already
     * @throws LocalException when memory or a port is missing, or a component does not come up
     */
    public List<Service> up(Progress progress) {
        return up(progress, Purpose.START_SOON);
    }

    /**
     * As {@link #up(Progress)}, with services that work fast rather than start fast: those that run otherwise are started
     * again.
     */
    public List<Service> upForWork(Progress progress) {
        return up(progress, Purpose.WORK_FAST);
    }

    private List<Service> up(Progress progress, Purpose purpose) {
        return data.alone(() -> {
            var environment = new ServiceEnvironment(layout, purpose);
            var missing =
                    ALL.stream().filter(service -> !isUp(service, environment)).toList();
            Parallel.forEach(missing, service -> process(service).stop());
            requirePorts(missing);
            if (missing.size() == ALL.size()) {
                Machine.requireMemory();
            }
            try {
                startDatabases(missing, progress);
                Parallel.forEach(missing, service -> start(service, environment, progress));
            } catch (LocalException e) {
                stop(missing);
                throw e;
            }
            return missing;
        });
    }

    private boolean isUp(Service service, ServiceEnvironment environment) {
        var process = process(service);
        return databases.isRunning(service)
                && process.find()
                        .filter(found -> process.isCurrent(found, environment.of(service, databases.of(service))))
                        .isPresent()
                && readiness.isReady(service);
    }

    /** All ports are looked at before anything is started: one message now is worth more than one in a minute. */
    private void requirePorts(List<Service> services) {
        for (var service : services) {
            Ports.requireFree(layout.port(service), service.label());
            Ports.requireFree(layout.adminPort(service), service.label() + ", admin");
            if (!databases.isRunning(service)) {
                Ports.requireFree(layout.databasePort(service), service.label() + ", database");
            }
        }
    }

    private void startDatabases(List<Service> services, Progress progress) {
        if (services.isEmpty()) {
            return;
        }
        progress.during("databases prepared", () -> services.forEach(databases::of));
        Parallel.forEach(
                services, service -> progress.during("database " + service.label(), () -> databases.start(service)));
    }

    private void start(Service service, ServiceEnvironment environment, Progress progress) throws Exception {
        progress.<Exception>during("service " + service.label(), () -> {
            environment.mintServiceToken(service);
            var process = process(service).start(environment.of(service, databases.of(service)));
            readiness.await(service, process);
        });
    }

    /**
     * Stops everything.
     *
     * @param purge whether the data go too: databases, keys, tokens and logs
     */
    public void down(boolean purge) {
        if (!data.exists()) {
            // Somebody removed the folder under a running system.
            stop(ALL);
            return;
        }
        data.alone(() -> {
            stop(ALL);
            if (purge) {
                data.purge();
            }
            return null;
        });
    }

    private void stop(List<Service> services) {
        Parallel.forEach(services, service -> {
            process(service).stop();
            databases.stop(service);
        });
    }

    private ServiceProcess process(Service service) {
        return new ServiceProcess(layout, service);
    }
}
