package jp.shikaku.inquiry.world;

import java.net.URI;
import java.time.Duration;

import static io.restassured.RestAssured.given;

/** The clock of the running service, which can be moved on its admin port. */
public final class Calendar implements AutoCloseable {

    private final URI adminPort;

    public Calendar(URI adminPort) {
        this.adminPort = adminPort;
    }

    /** From now on the service lives so much later than we do. */
    public void later(Duration by) {
        given().body(by.toString())
                .put(adminPort.resolve("/clock-offset"))
                .then()
                .statusCode(204);
    }

    /** Back to our time. */
    @Override
    public void close() {
        later(Duration.ZERO);
    }
}
