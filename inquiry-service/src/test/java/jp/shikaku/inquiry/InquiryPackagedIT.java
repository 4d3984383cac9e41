package jp.shikaku.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.faq.FaqAnswers;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.HotlineStatus;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.ticket.CallerTicket;
import jp.shikaku.contracts.ticket.TicketReceipt;
import jp.shikaku.inquiry.contract.InquiryStates;
import jp.shikaku.kit.testing.PackagedSuite;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.kit.testing.contract.ProviderStates;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Content in YAML, the analysis of Japanese, the file of holidays, columns of JSON, mail that waits: as it is shipped. */
class InquiryPackagedIT extends PackagedSuite {

    private static final String AGENT = "agent-7";
    private static final String HOLIDAYS =
            "国民の祝日・休日月日,国民の祝日・休日名称\r\n2028/1/1,元日\r\n2028/6/1,水無月の日\r\n2028/11/3,文化の日\r\n2028/11/23,勤労感謝の日\r\n";

    @Override
    public String provider() {
        return "inquiry-service";
    }

    @Override
    public ProviderStates states() {
        return new InquiryStates();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("shikaku.holidays.csv", holidays().toString());
    }

    private static Path holidays() {
        try {
            Path file = Files.createTempFile("syukujitsu", ".csv");
            file.toFile().deleteOnExit();
            return Files.write(file, HOLIDAYS.getBytes(Charset.forName("windows-31j")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> openPages() {
        return List.of(
                "",
                "/faq",
                "/faq?q=%E8%BB%A2%E8%81%B7",
                "/faq/job-change",
                "/displays",
                "/displays/invalid",
                "/displays/not-found",
                "/hotline",
                "/hotline?on=2026-12-29",
                "/hotline?on=tomorrow",
                "/notices",
                "/notices/2023-06-06-display",
                "/inquiry",
                "/inquiry/reply",
                "/sign-in");
    }

    @Test
    void knowledgeIsWrittenAsOnEveryForm() throws Exception {
        sameBytesOnEveryForm(given().get("/displays/not-found"), DisplayExplanation.class);
        sameBytesOnEveryForm(given().get("/faq/pin-locked"), FaqEntry.class);
        sameBytesOnEveryForm(given().get("/notices/2023-06-06-display"), Notice.class);
        sameBytesOnEveryForm(given().get("/hotline/main"), HotlineStatus.class);
        assertThat(given().get("/notices.atom").statusCode()).isEqualTo(200);
        assertThat(given().get("/hotline/main/calendar.ics").asString()).startsWith("BEGIN:VCALENDAR");
    }

    /** Lucene's dictionary and the classes of its attributes. */
    @Test
    void questionsAreFoundByTheWordsOfASentence() throws Exception {
        Response found = given().queryParam("q", "暗証番号を間違えてロックされた").get("/faq");
        assertThat(sameBytesOnEveryForm(found, FaqAnswers.class)
                        .items()
                        .get(0)
                        .entry()
                        .id())
                .isEqualTo("pin-locked");
    }

    /** windows-31j. */
    @Test
    void holidaysComeFromTheOfficialFile() throws Exception {
        Response day = given().queryParam("on", "2028-06-01").get("/hotline/main/hours");
        assertThat(sameBytesOnEveryForm(day, DayHours.class).reason().ja()).isEqualTo("水無月の日");
    }

    /** The fingerprint of a request is made of its JSON: of a record that could not be looked into it would always be one. */
    @Test
    void sameKeyWithAnotherInquiryIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        Response sent = send(key, "資格情報なしと言われました。");
        TicketReceipt receipt = sameBytesOnEveryForm(sent, TicketReceipt.class);
        assertThat(send(key, "資格情報なしと言われました。").statusCode()).isEqualTo(201);
        send(key, "別の問い合わせです。").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));

        Response read = given().header("Follow-Up-Code", receipt.followUpCode().display())
                .get("/tickets/" + receipt.number().display());
        sameBytesOnEveryForm(read, CallerTicket.class);
    }

    @Test
    void agentsWorkOnTheirPagesAndTakeTheListAway() {
        String number = send(UUID.randomUUID().toString(), "住所が変わりました。").path("number");
        pagesAreThereFor(Role.HOTLINE, AGENT, "/tickets", "/tickets/" + number, "/casefiles", "/casefiles?number=1234");

        Response list = Tokens.as(Role.HOTLINE, AGENT)
                .queryParam("charset", "windows-31j")
                .get("/agent-tickets.csv");
        assertThat(new String(list.asByteArray(), Charset.forName("windows-31j")))
                .contains(number);
    }

    private static Response send(String key, String text) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("topic", "DISPLAY", "language", "ja", "text", text))
                .post("/tickets");
    }
}
