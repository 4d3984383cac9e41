package jp.shikaku.eligibility.oqs;

import java.time.Duration;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;

import static org.awaitility.Awaitility.await;

/** A clinic that hands in bulk inquiries and fetches their answers. */
record BulkClient(Clinic clinic) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    OqsRequest request(Card asked) {
        return OqsRequest.of(clinic.code(), asked);
    }

    /** The element that asks about one card. */
    String search(Card asked, String identifier) {
        return request(asked).card("ArbitraryIdentifier", identifier).search();
    }

    OqsReply upload(byte[] document) {
        return OqsReply.of(send(clinic.signedIn(), "OQSmuquc01req", document));
    }

    OqsReply upload(String key, byte[] document) {
        return OqsReply.of(send(clinic.signedIn().header("Idempotency-Key", key), "OQSmuquc01req", document));
    }

    static String number(OqsReply accepted) {
        return accepted.text("ReceptionNumber").orElseThrow();
    }

    /** Waits for the answer. */
    OqsReply answered(String receptionNumber) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> download(receptionNumber),
                        answer -> answer.text("SegmentOfResult").orElse("").equals("1"));
    }

    OqsReply download(String receptionNumber) {
        return download(clinic.code(), receptionNumber, "UTF-8");
    }

    /** @param institution in the document, which need not be this clinic's */
    OqsReply download(String institution, String receptionNumber, String encoding) {
        byte[] document = OqsRequest.of(institution, Card.fresh())
                .in(encoding)
                .document("<ReceptionNumber>" + receptionNumber + "</ReceptionNumber>");
        return OqsReply.of(send(clinic.signedIn(), "OQSmuquc02req", document));
    }

    private static Response send(RequestSpecification asking, String exchange, byte[] document) {
        return asking.contentType("application/xml").body(document).post("/oqs/" + exchange);
    }
}
