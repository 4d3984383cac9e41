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
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.ticket.Desk.Sent;
import jp.shikaku.inquiry.world.Calendar;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static jp.shikaku.inquiry.ticket.Desk.ANN;
import static jp.shikaku.inquiry.ticket.Desk.assigned;
import static jp.shikaku.inquiry.ticket.Desk.decide;
import static jp.shikaku.inquiry.ticket.Desk.inquiry;
import static jp.shikaku.inquiry.ticket.Desk.look;
import static jp.shikaku.inquiry.ticket.Desk.open;
import static jp.shikaku.inquiry.ticket.Desk.sent;
import static jp.shikaku.inquiry.ticket.Desk.submit;
import static jp.shikaku.inquiry.ticket.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is over is closed, and what is closed is forgotten, in time and by one replica at a time. */
@InquiryTest
class TicketKeeperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource(value = "clock-offset", management = true)
    URI adminPort;

    @Inject
    TicketKeeper keeper;

    LocalPostgres postgres;

    @AfterEach
    void backToOurTime() {
        new Calendar(adminPort).close();
    }

    private void afterDays(int days) {
        new Calendar(adminPort).later(Duration.ofDays(days));
        keeper.tidy().await().atMost(PATIENCE);
    }

    @Test
    void personalDataAreTakenOutNinetyDaysAfterTheClosing() throws SQLException {
        String secret = secret();
        String key = UUID.randomUUID().toString();
        Response receipt = submit(inquiry(secret), key);
        Sent ticket = Sent.of(receipt);
        decide(ANN, open(ANN, ticket), "{\"decision\":\"CLOSE\",\"comment\":\"%s\"}".formatted(secret))
                .then()
                .statusCode(200);

        afterDays(89);
        look(ticket).then().statusCode(200);
        assertThat(rowsWith(secret)).isEqualTo(2);

        afterDays(91);
        look(ticket).then().statusCode(404);
        assertThat(rowsWith(secret)).isZero();
        Response read = open(ANN, ticket);
        read.then()
                .statusCode(200)
                .body("name", nullValue())
                .body("contact", nullValue())
                .body("summary.purgedAt", notNullValue())
                .body("messages[0].text", nullValue());
        decide(ANN, read, "{\"decision\":\"REOPEN\"}").then().statusCode(409).body("code", equalTo("ticket-purged"));
        // Even what a repetition is compared with is gone.
        assertThat(Sent.of(submit(inquiry(secret), key)).number()).isNotEqualTo(ticket.number());
    }

    @Test
    void answeredInquiryIsClosedAfterTwoWeeksOfSilence() {
        Sent ticket = sent("放置");
        write(ANN, assigned(ANN, ticket), "{\"kind\":\"REPLY\",\"text\":\"こうです。\"}")
                .then()
                .statusCode(200);

        afterDays(13);
        look(ticket).then().body("state", equalTo("ANSWERED"));
        afterDays(15);
        look(ticket).then().body("state", equalTo("CLOSED"));
        Desk.agent(ANN)
                .get("/agent-tickets/" + ticket.number() + "/history")
                .then()
                .body("items.actor", hasItem("system"));
    }

    @Test
    void whatIsOwedStaysOnTheWorklistForAYear() {
        Sent ticket = sent("まだ");

        afterDays(364);
        look(ticket).then().body("state", equalTo("RECEIVED"));
        Desk.agent(ANN)
                .queryParam("overdue", "true")
                .queryParam("limit", 100)
                .get("/agent-tickets")
                .then()
                .body("items.number", hasItem(ticket.number()));
    }

    @Test
    void whatNobodyEverAnswersIsClosedAfterAYearAndForgottenLikeAnythingElse() throws SQLException {
        String secret = secret();
        Sent received = Sent.of(submit(inquiry(secret), UUID.randomUUID().toString()));
        Sent assigned = Sent.of(submit(inquiry(secret), UUID.randomUUID().toString()));
        assigned(ANN, assigned);

        afterDays(366);
        look(received).then().body("state", equalTo("CLOSED"));
        look(assigned).then().body("state", equalTo("CLOSED")).body("dueAt", nullValue());
        assertThat(rowsWith(secret)).isPositive();
        afterDays(366 + 91);
        look(received).then().statusCode(404);
        assertThat(rowsWith(secret)).isZero();
    }

    @Test
    void oneReplicaAtATimeTidiesUp() throws SQLException {
        Sent ticket = sent("順番");
        decide(ANN, open(ANN, ticket), "{\"decision\":\"CLOSE\"}").then().statusCode(200);

        try (Connection otherReplica = connection();
                Statement statement = otherReplica.createStatement()) {
            otherReplica.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(7405112303)");
            afterDays(91);
            look(ticket).then().statusCode(200);
            otherReplica.rollback();
        }
        afterDays(91);
        look(ticket).then().statusCode(404);
    }

    /** Without digits: twelve of them that happen to pass the check digit would be masked before they are stored. */
    private static String secret() {
        return "秘密-" + UUID.randomUUID().toString().replaceAll("\\d", "x");
    }

    private int rowsWith(String text) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        """
                        select (select count(*) from ticket_message m where m::text like '%%%1$s%%')
                            + (select count(*) from ticket_event e where e::text like '%%%1$s%%')
                            + (select count(*) from ticket t where t::text like '%%%1$s%%')
                            + (select count(*) from ticket_submission s where s::text like '%%%1$s%%')"""
                                .formatted(text))) {
            found.next();
            return found.getInt(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
    }
}
