package jp.shikaku.inquiry.ticket;

import java.util.List;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.ticket.Desk.Sent;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static jp.shikaku.inquiry.ticket.Desk.ANN;
import static jp.shikaku.inquiry.ticket.Desk.BOB;
import static jp.shikaku.inquiry.ticket.Desk.agent;
import static jp.shikaku.inquiry.ticket.Desk.assigned;
import static jp.shikaku.inquiry.ticket.Desk.callerWrites;
import static jp.shikaku.inquiry.ticket.Desk.decide;
import static jp.shikaku.inquiry.ticket.Desk.inquiry;
import static jp.shikaku.inquiry.ticket.Desk.look;
import static jp.shikaku.inquiry.ticket.Desk.open;
import static jp.shikaku.inquiry.ticket.Desk.sent;
import static jp.shikaku.inquiry.ticket.Desk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Agents take inquiries on, ask back, answer, and can see who did what. */
@InquiryTest
class AgentTicketTest {

    @Test
    void agentTypesWhatACallerSaysAndReadsTheCodeOut() {
        Response opened = agent(ANN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(inquiry("電話で聞いた内容"))
                .post("/agent-tickets");

        opened.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("ticket.summary.channel", equalTo("AGENT"))
                .body("ticket.messages[0].agent", equalTo(ANN))
                .body("receipt.followUpCode", notNullValue());
        look(new Sent(opened.path("receipt.number"), opened.path("receipt.followUpCode")))
                .then()
                .statusCode(200);
    }

    @Test
    void questionGoesBackAndForthUntilItIsAnsweredAndClosed() {
        Sent ticket = sent("薬局で使えません");
        Response asked = write(ANN, assigned(ANN, ticket), "{\"kind\":\"QUESTION\",\"text\":\"いつからですか。\"}");
        asked.then()
                .statusCode(200)
                .body("summary.state", equalTo("WAITING_FOR_CALLER"))
                .body("summary.dueAt", nullValue());
        callerWrites(ticket, "昨日からです").then().statusCode(200).body("state", equalTo("ASSIGNED"));

        Response answered = write(ANN, open(ANN, ticket), "{\"kind\":\"REPLY\",\"text\":\"登録待ちです。\"}");
        answered.then()
                .body("summary.state", equalTo("ANSWERED"))
                .body("summary.answeredAt", notNullValue())
                .body("summary.dueAt", nullValue());
        decide(BOB, answered, "{\"decision\":\"CLOSE\",\"comment\":\"済\"}")
                .then()
                .statusCode(200)
                .body("summary.state", equalTo("CLOSED"));

        agent(BOB)
                .get("/agent-tickets/" + ticket.number() + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains("RECEIVED", "READ", "ASSIGNED", "ASKED", "CALLER_WROTE", "READ", "ANSWERED", "CLOSED"))
                .body("items[0].actor", equalTo("caller"))
                .body("items[2].actor", equalTo("hotline:" + ANN))
                .body("items[7].actor", equalTo("hotline:" + BOB))
                .body("items[7].comment", equalTo("済"))
                .body("items[7].revision", equalTo(6));
    }

    @Test
    void nobodyAnswersWhatNobodyHasTakenOn() {
        Sent ticket = sent("担当なし");
        Response read = open(ANN, ticket);

        write(ANN, read, "{\"kind\":\"REPLY\",\"text\":\"早すぎ\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ticket-state"));
        write(ANN, read, "{\"kind\":\"NOTE\",\"text\":\"見ました\"}").then().statusCode(200);
        look(ticket).then().body("messages", hasSize(1));
    }

    @Test
    void inquiryIsHandedOverAndGivenBack() {
        Sent ticket = sent("引き継ぎ");
        Response handed = decide(ANN, assigned(ANN, ticket), "{\"decision\":\"ASSIGN\",\"assignee\":\"bob\"}");
        handed.then().statusCode(200).body("summary.assignee", equalTo(BOB));

        decide(BOB, handed, "{\"decision\":\"RELEASE\"}")
                .then()
                .statusCode(200)
                .body("summary.state", equalTo("RECEIVED"))
                .body("summary.assignee", nullValue())
                .body("summary.dueAt", notNullValue());
    }

    @Test
    void secondAgentNoticesThatTheFirstWasFaster() {
        Sent ticket = sent("同時");
        Response seen = open(ANN, ticket);
        decide(BOB, open(BOB, ticket), "{\"decision\":\"ASSIGN\"}").then().statusCode(200);

        decide(ANN, seen, "{\"decision\":\"ASSIGN\"}").then().statusCode(412).body("code", equalTo("version-changed"));
        write(ANN, seen, "{\"kind\":\"NOTE\",\"text\":\"遅い\"}").then().statusCode(412);
        agent(ANN)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"ASSIGN\"}")
                .post("/agent-tickets/" + ticket.number() + "/decision")
                .then()
                .statusCode(428);
    }

    @Test
    void repeatedReplyIsSentOnce() {
        Sent ticket = sent("二度押し");
        Response assigned = assigned(ANN, ticket);
        String key = UUID.randomUUID().toString();
        String reply = "{\"kind\":\"REPLY\",\"text\":\"一度だけ\"}";

        write(ANN, assigned, reply, key).then().statusCode(200).body("messages", hasSize(2));
        write(ANN, assigned, reply, key).then().statusCode(200).body("messages", hasSize(2));
        write(ANN, assigned, "{\"kind\":\"REPLY\",\"text\":\"別\"}", key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void answerOfAQuestionIsCopiedWithItsVersionInTheCallersLanguage() {
        Sent ticket = sent("暗証番号がロックされました");
        String answer = agent(ANN).get("/faq/pin-locked").path("answer.ja");

        write(ANN, assigned(ANN, ticket), "{\"kind\":\"REPLY\",\"text\":\"花子様\",\"faqEntry\":\"pin-locked\"}")
                .then()
                .statusCode(200)
                .body("messages[1].text", startsWith("花子様\n\n" + answer))
                .body("messages[1].canned.entryId", equalTo("pin-locked"))
                .body("messages[1].canned.version", equalTo(1))
                .body("messages[1].canned.language", equalTo("ja"));
        look(ticket).then().body("messages[1].text", containsString(answer));
    }

    @Test
    void copyOfAnUnknownQuestionOrInANoteIsRefused() {
        Response assigned = assigned(ANN, sent("定型文"));

        write(ANN, assigned, "{\"kind\":\"REPLY\",\"faqEntry\":\"no-such\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("link-unknown"));
        write(ANN, assigned, "{\"kind\":\"NOTE\",\"text\":\"a\",\"faqEntry\":\"pin-locked\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/faqEntry"));
        write(ANN, assigned, "{\"kind\":\"CALLER\",\"text\":\"a\"}").then().statusCode(422);
    }

    @Test
    void worklistIsDueFirstPageByPageAndTellsNothingPersonal() {
        sent("一覧一");
        sent("一覧二");
        Response first = agent(ANN).queryParam("limit", 1).get("/agent-tickets");
        first.then().statusCode(200).body("items", hasSize(1)).body("next", notNullValue());
        agent(ANN)
                .queryParam("limit", 100)
                .queryParam("after", first.<String>path("next"))
                .get("/agent-tickets")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(first.<String>path("next"))));

        Response all = agent(ANN)
                .queryParam("limit", 100)
                .queryParam("state", "RECEIVED")
                .get("/agent-tickets");
        List<String> due = all.path("items.dueAt");
        assertThat(due).isSorted();
        assertThat(all.asString()).doesNotContain("山田").doesNotContain("hanako").doesNotContain("一覧");
    }

    @Test
    void worklistIsNarrowed() {
        String carol = "carol-" + UUID.randomUUID().toString().substring(0, 8);
        Sent mine = sent("私の担当");
        decide(ANN, assigned(ANN, mine), "{\"decision\":\"ASSIGN\",\"assignee\":\"%s\"}".formatted(carol));

        agent(ANN)
                .queryParam("assignee", carol)
                .get("/agent-tickets")
                .then()
                .body("items.number", contains(mine.number()));
        agent(ANN)
                .queryParam("unassigned", "true")
                .queryParam("limit", 100)
                .get("/agent-tickets")
                .then()
                .body("items.assignee", everyItem(nullValue()))
                .body("items.number", not(hasItem(mine.number())));
        agent(ANN)
                .queryParam("assignee", carol)
                .queryParam("overdue", "true")
                .get("/agent-tickets")
                .then()
                .body("items", hasSize(0));
        agent(ANN).queryParam("overdue", "perhaps").get("/agent-tickets").then().statusCode(422);
        Tokens.as(Role.OPERATOR, "op").get("/agent-tickets").then().statusCode(200);
    }

    @Test
    void mistypedNumberIsToldFromOneThatDoesNotExist() {
        agent(ANN).get("/agent-tickets/04HM-ASW9Z").then().statusCode(404).body("code", equalTo("ticket-not-found"));
        agent(ANN)
                .get("/agent-tickets/04HM-ASW9X")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("ticket-number-check-character"));
    }
}
