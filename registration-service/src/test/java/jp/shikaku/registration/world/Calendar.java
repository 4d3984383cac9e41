package jp.shikaku.registration.world;

import java.net.URI;

import static io.restassured.RestAssured.given;

/** The clock of the running service, which can be moved on its admin port. */
public final class Calendar {

    private final URI adminPort;

    public Calendar(URI adminPort) {
        this.adminPort = adminPort;
    }

    /** From now on the service lives so many days later than we do. */
    public void laterByDays(int days) {
        given().body("PT" + days * 24 + "H")
                .put(adminPort.resolve("/clock-offset"))
                .then()
                .statusCode(204);
    }
}
