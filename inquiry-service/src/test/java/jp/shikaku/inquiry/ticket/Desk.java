package jp.shikaku.inquiry.ticket;

import java.util.Random;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;

/** Callers who write from somewhere, and agents who work on it. */
final class Desk {

    static final String ANN = "ann";
    static final String BOB = "bob";

    private static final Random RANDOM = new Random();

    private Desk() {}

    /** An inquiry and what opens it. */
    record Sent(String number, String code) {

        static Sent of(Response receipt) {
            receipt.then().statusCode(201);
            return new Sent(receipt.path("number"), receipt.path("followUpCode"));
        }
    }

    static String address() {
        return "10." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256);
    }

    /** Anybody, calling from an address of its own. */
    static RequestSpecification anybody() {
        return given().header("X-Forwarded-For", address()).contentType(ContentType.JSON);
    }

    static String inquiry(String text) {
        return """
                {"topic":"DISPLAY","language":"ja","name":"山田 花子","contact":"hanako@example.jp","text":"%s"}"""
                .formatted(text);
    }

    static Response submit(String body) {
        return submit(body, UUID.randomUUID().toString());
    }

    static Response submit(String body, String key) {
        return anybody().header("Idempotency-Key", key).body(body).post("/tickets");
    }

    static Sent sent(String text) {
        return Sent.of(submit(inquiry(text)));
    }

    static Response look(Sent ticket) {
        return anybody().header("Follow-Up-Code", ticket.code()).get("/tickets/" + ticket.number());
    }

    static Response callerWrites(Sent ticket, String text) {
        return anybody()
                .header("Follow-Up-Code", ticket.code())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"text\":\"%s\"}".formatted(text))
                .post("/tickets/" + ticket.number() + "/messages");
    }

    static RequestSpecification agent(String id) {
        return Tokens.as(Role.HOTLINE, id);
    }

    static Response open(String agent, Sent ticket) {
        return agent(agent).get("/agent-tickets/" + ticket.number());
    }

    static Response decide(String agent, Response read, String body) {
        return agent(agent)
                .header("If-Match", read.header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/agent-tickets/" + read.path("summary.number") + "/decision");
    }

    static Response write(String agent, Response read, String body) {
        return write(agent, read, body, UUID.randomUUID().toString());
    }

    static Response write(String agent, Response read, String body, String key) {
        return agent(agent)
                .header("If-Match", read.header("ETag"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/agent-tickets/" + read.path("summary.number") + "/messages");
    }

    static Response assigned(String agent, Sent ticket) {
        Response assigned = decide(agent, open(agent, ticket), "{\"decision\":\"ASSIGN\"}");
        assigned.then().statusCode(200);
        return assigned;
    }
}
