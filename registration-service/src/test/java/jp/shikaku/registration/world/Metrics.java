package jp.shikaku.registration.world;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus reads on the admin port. */
public final class Metrics {

    private final URI adminPort;

    public Metrics(URI adminPort) {
        this.adminPort = adminPort;
    }

    /**
     * The one figure of this name with all of these tags.
     *
     * @param tags as in {@code clock="insurer"}
     */
    public double figure(String name, String... tags) {
        List<String> lines = given().accept("text/plain")
                .get(adminPort.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && Stream.of(tags).allMatch(line::contains))
                .filter(line -> "{ ".indexOf(line.charAt(name.length())) >= 0)
                .toList();
        assertThat(lines).as(name).hasSize(1);
        return Double.parseDouble(lines.get(0).substring(lines.get(0).lastIndexOf(' ') + 1));
    }
}
