package jp.shikaku.eligibility.batch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;

import static org.awaitility.Awaitility.await;

/** A clinic's system that asks about the appointments of tomorrow. */
record BatchDesk(Clinic clinic, Map<String, UUID> requests) {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String TITLES = "照会ID,保険者番号,記号,番号,枝番,生年月日,診療日\n";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    BatchDesk(Clinic clinic) {
        this(clinic, new ConcurrentHashMap<>());
    }

    /** One question, with its own id. */
    static Body question(Card card, String id) {
        return card.question().with("correlationId", id);
    }

    static byte[] json(Body... questions) {
        return bytes("{\"questions\":["
                + Stream.of(questions).map(BatchDesk::write).collect(Collectors.joining(","))
                + "]}");
    }

    static byte[] lines(List<Body> questions) {
        return bytes(questions.stream().map(BatchDesk::write).collect(Collectors.joining("\n")));
    }

    static String csvRow(Card card, String id, String asOf) {
        return String.join(
                        ",",
                        id,
                        card.insurerNumber(),
                        card.symbol(),
                        card.number(),
                        card.branch(),
                        card.birthDate(),
                        asOf)
                + "\n";
    }

    static String write(Body question) {
        try {
            return MAPPER.writeValueAsString(question.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Response send(String type, byte[] body) {
        return send(type, body, UUID.randomUUID().toString());
    }

    Response send(String type, byte[] body, String key) {
        return send(type, body, key, "");
    }

    Response send(String type, byte[] body, String key, String query) {
        UUID request = UUID.randomUUID();
        Response answer = clinic.signedIn()
                .config(AS_IT_IS)
                .header("Idempotency-Key", key)
                .header("X-Request-Id", request.toString())
                .contentType(type)
                .body(body)
                .post("/confirmation-batches" + query);
        if (answer.statusCode() == 202) {
            requests.putIfAbsent(answer.path("id"), request);
        }
        return answer;
    }

    /** Sends a batch that is taken over; its id. */
    String sent(String type, byte[] body) {
        return send(type, body).then().statusCode(202).extract().path("id");
    }

    /** Sends a batch and waits for its end. */
    String answered(String type, byte[] body) {
        String id = sent(type, body);
        completed(id);
        return id;
    }

    Response completed(String id) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> get(id), batch -> "COMPLETED"
                .equals(batch.path("state")));
    }

    /** Under which the looks of a batch are recorded. */
    UUID requestOf(String id) {
        return requests.get(id);
    }

    Response get(String id) {
        return clinic.signedIn().get("/confirmation-batches/" + id);
    }

    Response result(String id, String accept) {
        return clinic.signedIn().accept(accept).get("/confirmation-batches/" + id + "/result");
    }

    /** The rows of the result, each as JSON. */
    List<Map<String, Object>> rows(String id) {
        return result(id, JSON).then().statusCode(200).extract().path("rows");
    }

    /** What the rows say at {@code path}, by their ids. */
    Map<String, Object> byId(String id, String field) {
        Map<String, Object> found = new LinkedHashMap<>();
        rows(id).forEach(row -> {
            Object answer = row.get("answer");
            Object value = answer instanceof Map<?, ?> answered ? answered.get(field) : row.get("outcome");
            found.put((String) row.get("correlationId"), value);
        });
        return found;
    }
}
