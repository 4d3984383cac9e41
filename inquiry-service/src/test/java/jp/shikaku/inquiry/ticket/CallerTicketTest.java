package jp.shikaku.inquiry.ticket;

import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.ticket.Desk.Sent;
import jp.shikaku.inquiry.world.InquiryTest;

import static jp.shikaku.inquiry.ticket.Desk.ANN;
import static jp.shikaku.inquiry.ticket.Desk.anybody;
import static jp.shikaku.inquiry.ticket.Desk.assigned;
import static jp.shikaku.inquiry.ticket.Desk.callerWrites;
import static jp.shikaku.inquiry.ticket.Desk.inquiry;
import static jp.shikaku.inquiry.ticket.Desk.look;
import static jp.shikaku.inquiry.ticket.Desk.open;
import static jp.shikaku.inquiry.ticket.Desk.sent;
import static jp.shikaku.inquiry.ticket.Desk.submit;
import static jp.shikaku.inquiry.ticket.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Anybody writes without signing in, and reads what is replied by number and code. */
@InquiryTest
class CallerTicketTest {

    /** Made up; passes the check digit. */
    private static final String INDIVIDUAL_NUMBER = "123456789018";

    @Test
    void inquiryIsReceivedWithNumberCodeAndDueTime() {
        Response receipt = submit(inquiry("資格情報なしと表示されました。\\n転職したばかりです。"));

        receipt.then()
                .statusCode(201)
                .header("Location", containsString("/tickets/" + receipt.path("number")))
                .header("Cache-Control", equalTo("no-store"))
                .body("number", matchesPattern("[0-9A-Z]{4}-[0-9A-Z]{5}"))
                .body("followUpCode", matchesPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}"))
                .body("dueAt", notNullValue())
                .body("maskedNumbers", equalTo(0))
                .body("sentence.ja", containsString(receipt.path("number")))
                .body("sentence.ja", not(containsString("個人番号")));
        look(Sent.of(receipt))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("RECEIVED"))
                .body("topic", equalTo("DISPLAY"))
                .body("messages.kind", contains("CALLER"))
                .body("messages[0].text", equalTo("資格情報なしと表示されました。\n転職したばかりです。"));
    }

    @ParameterizedTest
    @CsvSource({"123456789018", "1234-5678-9018", "１２３４　５６７８　９０１８", "1234 5678-9018"})
    void individualNumberIsHiddenBeforeItIsStoredAndItsWriterIsTold(String number) {
        Response receipt = submit(inquiry("番号は" + number + "です。電話は090-1234-5678です。"));

        receipt.then()
                .statusCode(201)
                .body("maskedNumbers", equalTo(1))
                .body("sentence.ja", containsString("個人番号"))
                .body("sentence.en", containsString("hidden"));
        String kept = look(Sent.of(receipt)).path("messages[0].text");
        assertThat(kept)
                .startsWith("番号は")
                .endsWith("です。電話は090-1234-5678です。")
                .doesNotContain(number)
                .contains("****");
        open(ANN, Sent.of(receipt)).then().body("messages[0].maskedNumbers", equalTo(1));
    }

    @Test
    void individualNumberIsHiddenInEveryField() {
        Response receipt =
                submit("{\"name\":\"%1$s\",\"contact\":\"%1$s\",\"text\":\"%1$s\"}".formatted(INDIVIDUAL_NUMBER));

        receipt.then().statusCode(201).body("maskedNumbers", equalTo(3));
        open(ANN, Sent.of(receipt))
                .then()
                .body("name", equalTo("************"))
                .body("contact", equalTo("************"))
                .body("messages[0].text", equalTo("************"));
        callerWrites(Sent.of(receipt), INDIVIDUAL_NUMBER)
                .then()
                .statusCode(200)
                .body("messages[1].text", equalTo("************"))
                .body("messages[1].maskedNumbers", equalTo(1));
    }

    @Test
    void neitherNumberNorCodeAloneOpensIt() {
        Sent ticket = sent("一件目");
        Sent other = sent("二件目");

        look(new Sent(ticket.number(), other.code())).then().statusCode(404).body("code", equalTo("ticket-not-found"));
        look(new Sent("04HM-ASW9Z", ticket.code())).then().statusCode(404).body("code", equalTo("ticket-not-found"));
        anybody()
                .get("/tickets/" + ticket.number())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("header:Follow-Up-Code"));
        callerWrites(new Sent(ticket.number(), other.code()), "他人です").then().statusCode(404);
    }

    @Test
    void slipOfThePenIsToldAndWritingDoesNotMatter() {
        Sent ticket = sent("書き間違い");
        char last = ticket.code().charAt(ticket.code().length() - 1);
        String slip = ticket.code().substring(0, ticket.code().length() - 1) + (last == '0' ? '1' : '0');

        look(new Sent(ticket.number(), slip))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("follow-up-code-check-character"));
        look(new Sent(ticket.number().toLowerCase(), ticket.code().replace("-", "")))
                .then()
                .statusCode(200);
    }

    @Test
    void repeatedSubmissionIsOneInquiryWithTheSameCode() {
        String key = UUID.randomUUID().toString();
        Response first = submit(inquiry("二度押し"), key);
        Response second = submit(inquiry("二度押し"), key);

        assertThat(Sent.of(second)).isEqualTo(Sent.of(first));
        submit(inquiry("別の内容"), key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        anybody().body(inquiry("鍵なし")).post("/tickets").then().statusCode(400);
    }

    @Test
    void callerReadsRepliesButNoNotesAndNoNames() {
        Sent ticket = sent("教えてください");
        Response noted = write(ANN, assigned(ANN, ticket), "{\"kind\":\"NOTE\",\"text\":\"要確認\"}");
        write(ANN, noted, "{\"kind\":\"REPLY\",\"text\":\"お待たせしました。\"}").then().statusCode(200);

        Response read = look(ticket);
        read.then()
                .body("state", equalTo("ANSWERED"))
                .body("dueAt", nullValue())
                .body("messages.kind", contains("CALLER", "REPLY"));
        assertThat(read.asString()).doesNotContain(ANN).doesNotContain("要確認");
    }

    @Test
    void callerReopensWhatWasAnswered() {
        Sent ticket = sent("まだ分かりません");
        write(ANN, assigned(ANN, ticket), "{\"kind\":\"REPLY\",\"text\":\"こうです。\"}")
                .then()
                .statusCode(200);

        callerWrites(ticket, "もう一度お願いします")
                .then()
                .statusCode(200)
                .body("state", equalTo("REOPENED"))
                .body("dueAt", notNullValue())
                .body("messages", hasSize(3));
        open(ANN, ticket).then().body("summary.assignee", equalTo(ANN));
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/text|value-required",
                "{\"text\":\" \"}|/text|value-required",
                "{\"text\":\"a\\u0007b\"}|/text|text-characters",
                "{\"text\":\"a\",\"topic\":\"WEATHER\"}|/topic|code-unknown",
                "{\"text\":\"a\",\"language\":\"fr\"}|/language|code-unknown",
                "{\"text\":\"a\",\"name\":\"a\\nb\"}|/name|text-characters",
                "{\"text\":\"a\",\"confirmationNumber\":\"1234\"}|/confirmationNumber|confirmation-number-format"
            })
    void whatCannotBeAcceptedIsNamed(String body, String pointer, String code) {
        submit(body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void textIsBounded() {
        submit(inquiry("あ".repeat(4000))).then().statusCode(201);
        submit(inquiry("あ".repeat(4001))).then().statusCode(422).body("errors[0].code", equalTo("value-too-long"));
    }
}
