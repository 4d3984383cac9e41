package jp.shikaku.inquiry.ticket;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.ticket.Desk.Sent;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static jp.shikaku.inquiry.ticket.Desk.agent;
import static jp.shikaku.inquiry.ticket.Desk.assigned;
import static jp.shikaku.inquiry.ticket.Desk.sent;
import static jp.shikaku.inquiry.ticket.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** The worklist as a file that a spreadsheet opens as it is meant. */
@InquiryTest
class TicketExportTest {

    LocalPostgres postgres;

    @Test
    void formulaThatACallerWritesIsTextInASpreadsheet() {
        String me = "dan-" + UUID.randomUUID().toString().substring(0, 8);
        Sent ticket = sent("=HYPERLINK(\\\"http://example.jp\\\")\\n二行目");
        write(me, assigned(me, ticket), "{\"kind\":\"QUESTION\",\"text\":\"何ですか。\"}")
                .then()
                .statusCode(200);

        String csv = agent(me)
                .queryParam("assignee", me)
                .queryParam("texts", "true")
                .get("/agent-tickets.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"tickets.csv\""))
                .extract()
                .body()
                .asPrettyString();

        assertThat(csv)
                .contains("\"受付番号\",\"受付方法\"")
                .contains("\"" + ticket.number() + "\",\"FORM\",\"WAITING_FOR_CALLER\"")
                .contains("\"'=HYPERLINK(\"\"http://example.jp\"\")\n二行目\"");
    }

    @Test
    void textsAreForAgentsAloneAndWhoExportsIsRecorded() throws SQLException {
        String me = "eve-" + UUID.randomUUID().toString().substring(0, 8);
        sent("書き出さない文");

        byte[] csv = Tokens.as(Role.OPERATOR, me)
                .queryParam("charset", "windows-31j")
                .get("/agent-tickets.csv")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(csv, Charset.forName("windows-31j")))
                .startsWith("\"受付番号\"")
                .doesNotContain("書き出さない文");
        assertThat(new String(csv, StandardCharsets.UTF_8)).doesNotContain("受付番号");
        Tokens.as(Role.OPERATOR, me)
                .queryParam("texts", "true")
                .get("/agent-tickets.csv")
                .then()
                .statusCode(403);
        assertThat(exportsOf("operator:" + me)).isEqualTo(1);
    }

    private int exportsOf(String actor) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(ServiceEnvironment.DATABASE), postgres.user(), postgres.password());
                Statement count = connection.createStatement();
                ResultSet found = count.executeQuery(
                        "select count(*) from ticket_export where actor = '" + actor + "' and not with_texts")) {
            found.next();
            return found.getInt(1);
        }
    }
}
