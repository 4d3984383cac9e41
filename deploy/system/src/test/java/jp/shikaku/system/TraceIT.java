package jp.shikaku.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.kit.request.RequestId;
import jp.shikaku.kit.testing.PackagedService;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.system.TraceCollector.Seen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One question of the hotline goes through all three services, as they are shipped, and is followed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SERVICES =
            List.of("registration-service", "eligibility-service", "inquiry-service");
    private static final String SYMBOL = "見本7351";
    private static final String NUMBER = "90210457";
    private static final String INSTITUTION = "0110113719";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final Map<String, PackagedService> services = new HashMap<>();
    private TraceCollector collector;

    @BeforeAll
    void startAll() throws IOException {
        Map<String, String> config = new HashMap<>(environment.start());
        collector = new TraceCollector();
        config.put("quarkus.otel.sdk.disabled", "false");
        config.put("quarkus.otel.exporter.otlp.endpoint", collector.address());
        config.put("quarkus.otel.bsp.schedule.delay", "PT0.2S");
        config.put("quarkus.log.console.json.enabled", "true");
        environment.inject((value, fields) -> startEach((LocalPostgres) value, config));
        services.values().forEach(PackagedService::awaitReady);
    }

    private void startEach(LocalPostgres postgres, Map<String, String> config) {
        for (String name : SERVICES) {
            String database = name.replace("-service", "");
            postgres.createDatabase(database);
            Map<String, String> own = new HashMap<>(config);
            own.put("quarkus.datasource.reactive.url", postgres.reactiveUrl(database));
            own.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database));
            // Those that are asked are there first.
            services.forEach((sister, service) ->
                    own.put("shikaku." + sister.replace("-service", "-url"), "http://127.0.0.1:" + service.port()));
            PackagedService service = PackagedService.sister(name, own, log(name));
            services.put(name, service);
            start(service);
        }
    }

    private static void start(PackagedService service) {
        try {
            service.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stopAll() {
        services.values().forEach(PackagedService::close);
        collector.close();
        environment.stop();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @Test
    void oneTraceGoesThroughAllThreeServices() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String caller = trace.substring(0, 16);
        String confirmation = confirmationNumber();

        caseFile(confirmation, trace, caller, UUID.randomUUID()).then().statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        collector.spansOf(trace).stream().filter(span -> span.kind() == SpanKind.SPAN_KIND_SERVER))
                .extracting(Seen::service)
                .containsExactlyInAnyOrderElementsOf(SERVICES));
        Seen asked = server(trace, "inquiry-service");
        assertThat(asked.parent()).isEqualTo(caller);
        assertThat(asked.name()).isEqualTo("GET /casefiles/{confirmationNumber}");
        for (String sister : List.of("eligibility-service", "registration-service")) {
            Seen called = server(trace, sister);
            assertThat(collector.spansOf(trace))
                    .as("who called " + sister)
                    .filteredOn(span -> span.id().equals(called.parent()))
                    .singleElement()
                    .satisfies(call -> {
                        assertThat(call.service()).isEqualTo("inquiry-service");
                        assertThat(call.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
                    });
        }
        assertThat(collector.spansOf(trace))
                .as("statements of eligibility")
                .anyMatch(span -> span.service().equals("eligibility-service")
                        && span.text().contains("db."));
    }

    /** A trace is kept elsewhere, by others: nothing in it names anybody (R1). */
    @Test
    void nothingPersonalIsInASpan() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String confirmation = confirmationNumber();
        caseFile(confirmation, trace, trace.substring(0, 16), UUID.randomUUID());
        await().atMost(PATIENCE).until(() -> collector.spansOf(trace).size() > SERVICES.size());

        assertThat(collector.all()).allSatisfy(span -> assertThat(span.text())
                .doesNotContain(SYMBOL)
                .doesNotContain(NUMBER)
                .doesNotContain(confirmation)
                .doesNotContain("subjectKey=")
                .doesNotContain("personKey="));
    }

    @Test
    void aLineOfTheLogNamesItsRequestAndItsTrace() throws Exception {
        String trace = UUID.randomUUID().toString().replace("-", "");
        UUID request = UUID.randomUUID();
        PackagedService eligibility = services.get("eligibility-service");
        String confirmation = confirmationNumber();
        eligibility.kill();
        try {
            caseFile(confirmation, trace, trace.substring(0, 16), request);
        } finally {
            eligibility.start();
            eligibility.awaitReady();
        }

        JsonNode line = lineOf("inquiry-service", request);
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("message").asText()).startsWith("no standing from eligibility");
        assertThat(line.at("/mdc/requestId").asText()).isEqualTo(request.toString());
        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
        assertThat(line.path("timestamp").asText()).isNotBlank();
    }

    private static JsonNode lineOf(String service, UUID request) throws IOException {
        try (Stream<String> lines = Files.lines(log(service))) {
            String found = lines.filter(line -> line.contains(request.toString()))
                    .findFirst()
                    .orElseThrow();
            return JSON.readTree(found);
        }
    }

    private Seen server(String trace, String service) {
        return collector.spansOf(trace).stream()
                .filter(span -> span.kind() == SpanKind.SPAN_KIND_SERVER
                        && span.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** Of a clinic that was told "no information". */
    private String confirmationNumber() {
        return given().port(services.get("eligibility-service").port())
                .auth()
                .oauth2(Tokens.token(Role.INSTITUTION, INSTITUTION, PATIENCE))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "insurerNumber",
                        "06139992",
                        "symbol",
                        SYMBOL,
                        "number",
                        NUMBER,
                        "branch",
                        "01",
                        "birthDate",
                        "1990-01-15"))
                .post("/confirmations")
                .then()
                .statusCode(201)
                .extract()
                .path("confirmationNumber");
    }

    private Response caseFile(String confirmation, String trace, String caller, UUID request) {
        return given().port(services.get("inquiry-service").port())
                .auth()
                .oauth2(Tokens.token(Role.HOTLINE, "agent-7", PATIENCE))
                .header("traceparent", "00-" + trace + "-" + caller + "-01")
                .header(RequestId.HEADER, request.toString())
                .get("/casefiles/" + confirmation);
    }

    private static Path log(String service) {
        return Path.of("target", "trace", service + ".log");
    }
}
