package jp.shikaku.kit.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.kit.testing.contract.ProviderPactSuite;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a service has to do as it is shipped, whatever it is shipped as. A native program fails where a class, a file, a
 * character set or a page was not told of when it was built: it is asked for one of each here, and for what its sisters
 * expect of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
public abstract class PackagedSuite implements ProviderPactSuite {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> LANGUAGES = List.of("/ja", "/en");
    private static final String PAGE = "<main id=\"content\"";
    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]+/[a-z.]+");

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final Map<String, String> config = new HashMap<>();
    private final ObjectMapper json = new ObjectMapper()
            .registerModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

    private PackagedService service;
    private LocalPostgres postgres;

    /** Pages that anybody may open, without their language. */
    protected abstract List<String> openPages();

    /** Settings beside those of every service. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    @BeforeAll
    void start() throws IOException {
        config.putAll(environment.start());
        environment.inject((value, fields) -> postgres = (LocalPostgres) value);
        config.putAll(settings());
        service = newService("service.log");
        if (PackagedService.isTrained()) {
            service.train();
        } else {
            service.start();
        }
        service.awaitReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        try {
            if (PackagedService.isTrained()) {
                endTraining();
            }
        } finally {
            if (service != null) {
                service.close();
            }
            environment.stop();
            RestAssured.port = RestAssured.UNDEFINED_PORT;
        }
    }

    private void endTraining() throws InterruptedException {
        service.terminate();
        assertThat(service.awaitEnd(PATIENCE)).isIn(0, 143);
        assertThat(PackagedService.cache())
                .as("what the run for training leaves; see service.log")
                .exists();
    }

    protected final LocalPostgres postgres() {
        return postgres;
    }

    /** What {@code answer} holds, after a look at whether a virtual machine would have written the same bytes. */
    protected final <T> T sameBytesOnEveryForm(Response answer, Class<T> type) throws IOException {
        byte[] sent = answer.asByteArray();
        T value = json.readValue(sent, type);
        assertThat(new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8))
                .isEqualTo(new String(sent, StandardCharsets.UTF_8));
        return value;
    }

    /** Opens {@code pages}, given without their language, in both languages as who has signed in. */
    protected final void pagesAreThereFor(Role role, String id, String... pages) {
        for (String page : pages) {
            for (String language : LANGUAGES) {
                Response answer = given().cookie(provider() + "-session", Tokens.token(role, id, PATIENCE))
                        .get(language + page);
                assertThat(answer.statusCode()).as(language + page).isEqualTo(200);
                assertThat(answer.asString()).as(language + page).contains(PAGE);
            }
        }
    }

    @Test
    void itIsAliveAndReadyAndTellsOfItself() {
        at("/q/health/live").then().statusCode(200);
        at("/q/health/started").then().statusCode(200);
        at("/q/health/ready").then().statusCode(200);
        assertThat(at("/q/metrics").asString()).contains("http_server", "sql_pool");
        assertThat(at("/q/openapi").asString()).contains("openapi: \"3.0.3\"");
    }

    @Test
    void refusalsAreProblemsInTwoLanguages() throws IOException {
        Response japanese = given().header("Accept-Language", "ja").get("/nothing-is-called-so");
        Response english = given().header("Accept-Language", "en").get("/nothing-is-called-so");

        assertThat(japanese.statusCode()).isEqualTo(404);
        assertThat(sameBytesOnEveryForm(japanese, Problem.class).code()).isEqualTo("path-unknown");
        assertThat(english.<String>path("nextStep")).isNotEqualTo(japanese.path("nextStep"));
    }

    @Test
    void pagesAndTheirFilesAreThereInTwoLanguages() {
        for (String page : openPages()) {
            for (String language : LANGUAGES) {
                Response answer = given().get(language + page);
                assertThat(answer.statusCode()).as(language + page).isEqualTo(200);
                String html = answer.asString();
                assertThat(html).as(language + page).contains(PAGE);
                ASSET.matcher(html)
                        .results()
                        .forEach(asset -> given().get(asset.group()).then().statusCode(200));
            }
        }
    }

    @Test
    void aPageThatIsNotThereSaysSoOnAPage() {
        Response answer = given().accept("text/html").get("/ja/nothing-is-called-so");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
    }

    @Test
    void itEndsByItselfWhenItIsToldTo() throws Exception {
        try (PackagedService another = newService("ended.log")) {
            another.start();
            another.awaitReady();
            another.terminate();
            assertThat(another.awaitEnd(PATIENCE)).isIn(0, 143);
        } finally {
            RestAssured.port = service.port();
        }
        assertThat(Files.readString(log("ended.log"))).contains("stopped in");
    }

    /** As on Kubernetes: a job migrates and ends, a replica says what it waits for. */
    @Test
    void aReplicaWaitsForTheJobThatMigrates() throws Exception {
        postgres.createDatabase("fresh");
        Map<String, String> fresh = new HashMap<>(config);
        fresh.put("quarkus.datasource.reactive.url", postgres.reactiveUrl("fresh"));
        fresh.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("fresh"));
        fresh.put("quarkus.flyway.migrate-at-start", "false");
        // Its cards are linked at the start, and need the tables.
        fresh.put("shikaku.sandbox.enabled", "false");
        Map<String, String> job = new HashMap<>(fresh);
        job.put("quarkus.flyway.migrate-at-start", "true");
        job.put("quarkus.init-and-exit", "true");
        try (PackagedService replica = new PackagedService(fresh, log("replica.log"));
                PackagedService migration = new PackagedService(job, log("migration.log"))) {
            replica.start();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> health(replica, "live").statusCode() == 200);
            Response waiting = health(replica, "ready");
            assertThat(waiting.statusCode()).isEqualTo(503);
            assertThat(waiting.asString()).contains("database", "migrations: 1 ", "run the migration job");

            migration.start();
            assertThat(migration.awaitEnd(PATIENCE)).isZero();
            await().atMost(PATIENCE).until(() -> health(replica, "ready").statusCode() == 200);
        }
    }

    private static Response health(PackagedService service, String what) {
        return given().port(service.adminPort()).get("/q/health/" + what);
    }

    @Test
    void aValueThatCannotBeReadStopsTheStartAndSaysWhatToDo() throws Exception {
        assertThat(lastWordsWith("shikaku.sign-in.lasts", "for ever"))
                .contains("error: shikaku.sign-in.lasts", "it has to be a time", "SHIKAKU_SIGN_IN_LASTS");
    }

    private String lastWordsWith(String key, String value) throws Exception {
        String log = "mistake.log";
        Files.deleteIfExists(log(log));
        Map<String, String> mistaken = new HashMap<>(config);
        mistaken.put(key, value);
        try (PackagedService another = new PackagedService(mistaken, log(log))) {
            another.start();
            assertThat(another.awaitEnd(PATIENCE)).isEqualTo(1);
        }
        String said = Files.readString(log(log));
        return said.substring(said.lastIndexOf("error: "));
    }

    protected final Response at(String adminPath) {
        return given().port(service.adminPort()).get(adminPath);
    }

    private PackagedService newService(String log) {
        return new PackagedService(config, log(log));
    }

    private Path log(String file) {
        return Path.of("target", "packaged-" + provider(), file);
    }
}
