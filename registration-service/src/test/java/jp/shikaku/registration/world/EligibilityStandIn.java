package jp.shikaku.registration.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The other end of the linkage: a real HTTP server that writes down what arrives, and answers as it is told. */
public class EligibilityStandIn implements QuarkusTestResourceLifecycleManager {

    /**
     * One version that arrived, as far as a test asks.
     *
     * @param body the content, JSON
     * @param request counts requests; what came together has the same
     */
    public record Arrival(String enrolmentId, int version, String body, String authorization, int request, Instant at) {

        public String state() {
            return body.replaceAll(".*\"state\":\"([A-Z]+)\".*", "$1");
        }
    }

    /**
     * What is answered to one version. One that does not speak of the version alone is answered to the whole request.
     *
     * @param status 200 when the version is answered for itself
     * @param code an outcome for 200, else the code of the problem; to a question the whole body
     */
    public record Answer(int status, String code) {}

    public static final Answer APPLIED = new Answer(200, "APPLIED");

    private static final Answer NOT_FOUND = new Answer(404, "{\"code\":\"confirmation-not-found\"}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final List<String> certificates = new CopyOnWriteArrayList<>();
    private volatile Function<Arrival, Answer> behaviour = arrival -> APPLIED;
    private volatile Function<Question, Answer> explanation = question -> NOT_FOUND;
    private final LoopbackServer server = new LoopbackServer(Map.of(
            "/coverages", this::handle,
            "/certificates", this::bind,
            "/confirmations", this::explain,
            "/looks", this::explain));

    @Override
    public Map<String, String> start() {
        return Map.of(
                "shikaku.eligibility-url", server.start(),
                // A crash is waited for in a test; in life it is rare.
                "shikaku.linkage.lease", "PT1S",
                "shikaku.linkage.longest-back-off", "PT0.5S",
                "shikaku.import.lease", "PT3S",
                "shikaku.import.poll", "PT0.2S",
                "shikaku.import.register-pause", "PT0.5S",
                // Small, so that a short file can be interrupted in many places.
                "shikaku.import.batch", "50",
                "quarkus.rest-client.eligibility.read-timeout", "700");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(EligibilityStandIn.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** From now on every request is answered like this. */
    public void answer(Function<Arrival, Answer> with) {
        behaviour = with;
    }

    /** As if the machine were gone. */
    public void goAway() {
        server.goAway();
    }

    public void comeBack() {
        server.comeBack();
    }

    /** One question about displays or looks that arrived. */
    public record Question(String path, String query, String onBehalfOf) {}

    /** From now on questions about displays and looks are answered like this. */
    public void answerQuestions(Function<Question, Answer> with) {
        explanation = with;
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** The bodies in which certificates arrived. */
    public List<String> certificates() {
        return List.copyOf(certificates);
    }

    /** Back to taking everything; what arrived is forgotten. */
    public void reset() {
        behaviour = arrival -> APPLIED;
        explanation = question -> NOT_FOUND;
        arrivals.clear();
        questions.clear();
        certificates.clear();
    }

    /** What arrived for one enrolment, in the order of arrival. */
    public List<Arrival> arrivals(String enrolmentId) {
        return arrivals().stream()
                .filter(arrival -> arrival.enrolmentId().equals(enrolmentId))
                .toList();
    }

    /** All that arrived, in the order of arrival. */
    public List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int request = requests.incrementAndGet();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            List<Arrival> together = new ArrayList<>();
            JSON.readTree(exchange.getRequestBody())
                    .path("items")
                    .forEach(item -> together.add(new Arrival(
                            item.path("enrolmentId").asText(),
                            item.path("version").asInt(),
                            item.path("content").toString(),
                            authorization,
                            request,
                            Instant.now())));
            arrivals.addAll(together);
            write(exchange, together.stream().map(behaviour).toList());
        }
    }

    private void bind(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            certificates.add(body);
            String outcomes = "\"APPLIED\","
                    .repeat(JSON.readTree(body).path("certificates").size());
            LoopbackServer.answer(
                    exchange,
                    200,
                    type(200),
                    "{\"outcomes\":[%s]}".formatted(outcomes.substring(0, outcomes.length() - 1)));
        }
    }

    private void explain(HttpExchange exchange) throws IOException {
        try (exchange) {
            Question question = new Question(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getQuery(),
                    exchange.getRequestHeaders().getFirst("X-On-Behalf-Of"));
            questions.add(question);
            Answer answer = explanation.apply(question);
            LoopbackServer.answer(exchange, answer.status(), type(answer.status()), answer.code());
        }
    }

    private static void write(HttpExchange exchange, List<Answer> answers) throws IOException {
        Optional<Answer> whole =
                answers.stream().filter(answer -> answer.status() != 200).findFirst();
        String body = whole.map(answer -> "{\"code\":\"%s\"}".formatted(answer.code()))
                .orElseGet(() -> answers.stream()
                        .map(EligibilityStandIn::result)
                        .collect(Collectors.joining(",", "{\"results\":[", "]}")));
        int status = whole.map(Answer::status).orElse(200);
        LoopbackServer.answer(exchange, status, type(status), body);
    }

    private static String type(int status) {
        return status < 300 ? "application/json" : "application/problem+json";
    }

    private static String result(Answer answer) {
        return answer.code().equals("INVALID")
                ? "{\"outcome\":\"INVALID\",\"errors\":[{\"pointer\":\"/content/name\",\"code\":\"text-characters\"}]}"
                : "{\"outcome\":\"%s\"}".formatted(answer.code());
    }
}
