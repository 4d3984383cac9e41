package jp.shikaku.inquiry.ticket;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.Calendar;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Nobody floods the form, and nobody's address is kept. */
@InquiryTest
class CallLimitTest {

    @TestHTTPResource(value = "clock-offset", management = true)
    URI adminPort;

    @Inject
    CallLimit limit;

    LocalPostgres postgres;

    @AfterEach
    void backToOurTime() {
        new Calendar(adminPort).close();
    }

    @Test
    void eleventhInquiryOfAnHourIsRefusedUntilTheHourIsOver() {
        String flooder = "203.0.113.7";
        for (int i = 0; i < 10; i++) {
            from(flooder).then().statusCode(201);
        }

        Response refused = from(flooder);
        refused.then().statusCode(429).body("code", equalTo("tickets-too-many"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3000, 3600);
        from("203.0.113.8").then().statusCode(201);

        new Calendar(adminPort).later(Duration.ofMinutes(61));
        from(flooder).then().statusCode(201);
    }

    @Test
    void addressesAreKeptAsHashesAndForgottenAfterTheHour() throws SQLException {
        String address = "203.0.113.99";
        from(address).then().statusCode(201);
        assertThat(calls("where c::text like '%203.0.113%'")).isZero();
        assertThat(calls("")).isPositive();

        new Calendar(adminPort).later(Duration.ofDays(2));
        limit.forget().await().atMost(Duration.ofSeconds(10));
        assertThat(calls("")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "fe80::1%eth0, fe80::2, true"
    })
    void householdIsOneCaller(String one, String other, boolean same) {
        assertThat(CallerAddress.of(one).equals(CallerAddress.of(other))).isEqualTo(same);
        assertThat(CallerAddress.of(one)).hasToString("CallerAddress[not shown]");
    }

    private static Response from(String address) {
        return given().header("X-Forwarded-For", address)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Desk.inquiry("こんにちは"))
                .post("/tickets");
    }

    private int calls(String where) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from ticket_call c " + where)) {
            found.next();
            return found.getInt(1);
        }
    }
}
