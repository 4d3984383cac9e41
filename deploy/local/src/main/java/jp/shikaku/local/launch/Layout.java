package jp.shikaku.local.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import jp.shikaku.local.problem.LocalException;

/**
 * Where everything is: one folder for what is built, one for what is kept, and a row of ports.
 *
 * @param checkout the root of the source tree
 * @param data what {@code down --purge} removes
 * @param portBase port of the first service, {@value #LOWEST_BASE} to {@value #HIGHEST_BASE}; the other ports follow it
 * @param form as what the services run
 */
public record Layout(Path checkout, Path data, int portBase, Form form) {

    private static final int USUAL_BASE = 8081;
    private static final int ADMIN_OFFSET = 1000;
    /** Puts the databases on 15431 and up when the services are on 8081 and up. */
    private static final int DATABASE_OFFSET = 7350;

    private static final int LOWEST_BASE = 1024;
    private static final int HIGHEST_BASE = 65_535 - DATABASE_OFFSET - 2;

    public Layout {
        checkout = checkout.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        if (portBase < LOWEST_BASE || portBase > HIGHEST_BASE) {
            throw badPortBase(Integer.toString(portBase));
        }
    }

    public Layout(Path checkout, Path data, int portBase) {
        this(checkout, data, portBase, Form.JVM);
    }

    /**
     * What the environment asks for: {@code SHIKAKU_DATA} (default {@code .shikaku} in the checkout),
     * {@code SHIKAKU_PORT_BASE} (default 8081) and {@code SHIKAKU_FORM} ({@code jvm}, {@code aot} or {@code native},
     * default {@code jvm}).
     */
    public static Layout of(Path checkout, Map<String, String> environment) {
        var data = environment.getOrDefault("SHIKAKU_DATA", "");
        var base = environment.getOrDefault("SHIKAKU_PORT_BASE", "");
        return new Layout(
                checkout,
                data.isBlank() ? checkout.resolve(".shikaku") : Path.of(data),
                base.isBlank() ? USUAL_BASE : portNumber(base),
                Form.of(environment));
    }

    private static int portNumber(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw badPortBase(text);
        }
    }

    private static LocalException badPortBase(String text) {
        return new LocalException(
                "SHIKAKU_PORT_BASE is " + text + ".",
                "Give a number from " + LOWEST_BASE + " to " + HIGHEST_BASE + ", for example 18081.");
    }

    public int port(Service service) {
        return portBase + service.ordinal();
    }

    public int adminPort(Service service) {
        return port(service) + ADMIN_OFFSET;
    }

    public int databasePort(Service service) {
        return port(service) + DATABASE_OFFSET;
    }

    /** The public address, without a slash at its end. */
    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    /** The address of health and of the API description. */
    public URI adminAddress(Service service) {
        return URI.create("http://127.0.0.1:" + adminPort(service));
    }

    public Path log(Service service) {
        return logs().resolve(service.label() + ".log");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path identity() {
        return data.resolve("identity");
    }

    /** What Maven made of the service. */
    Path built(Service service) {
        return checkout.resolve(service.module()).resolve("target");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    Path serviceToken(Service service) {
        return data.resolve("tokens").resolve(service.label());
    }
}
