package jp.shikaku.registration.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import jp.shikaku.contracts.resident.ResidentAnswers;
import jp.shikaku.contracts.resident.ResidentAnswers.Answer;
import jp.shikaku.contracts.resident.ResidentAnswers.Person;
import jp.shikaku.contracts.resident.ResidentAnswers.Result;
import jp.shikaku.contracts.resident.ResidentInquiry;

/** The resident register behind its line: a real HTTP server that knows some citizens, and answers as it is told. */
public class RegisterStandIn implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SILENCE_SECONDS = 20;

    /** @param body JSON or not */
    public record Reply(int status, String body) {

        public static Reply json(Object body) {
            try {
                return new Reply(200, JSON.writeValueAsString(body));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<String, Citizen> citizens = new ConcurrentHashMap<>();
    private final List<ResidentInquiry> inquiries = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile Function<ResidentInquiry, Reply> behaviour = this::truly;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private final LoopbackServer server = new LoopbackServer(Map.of("/", this::handle));

    @Override
    public Map<String, String> start() {
        return Map.of(
                "shikaku.resident-register.url", server.start() + "/residents",
                "shikaku.resident-register.timeout", "PT1.5S",
                "shikaku.resident-register.back-off", "PT0.02S",
                "shikaku.resident-register.circuit-delay", "PT0.7S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RegisterStandIn.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    public void know(Citizen citizen) {
        citizens.put(citizen.individualNumber(), citizen);
    }

    /** From now on every inquiry is answered like this. */
    public void answer(Function<ResidentInquiry, Reply> with) {
        behaviour = with;
    }

    /** Takes inquiries and says nothing, until the next reset. */
    public void fallSilent() {
        silence = new CountDownLatch(1);
    }

    /** As if the machine were gone. */
    public void goAway() {
        server.goAway();
    }

    public void comeBack() {
        server.comeBack();
    }

    /** Back to answering truly; what was asked is forgotten. */
    public void reset() {
        silence.countDown();
        behaviour = this::truly;
        inquiries.clear();
        paths.clear();
    }

    public List<ResidentInquiry> inquiries() {
        return inquiries;
    }

    public List<String> paths() {
        return paths;
    }

    /** What a register that works answers. */
    public Reply truly(ResidentInquiry inquiry) {
        return Reply.json(new ResidentAnswers(
                inquiry.questions().stream().map(this::answerTo).toList()));
    }

    private Answer answerTo(ResidentInquiry.Question question) {
        Citizen citizen = citizens.get(question.individualNumber());
        return citizen == null
                ? new Answer(question.ref(), Result.UNKNOWN, null)
                : new Answer(
                        question.ref(),
                        Result.FOUND,
                        new Person(
                                citizen.name(),
                                citizen.nameKana(),
                                citizen.birthDate(),
                                citizen.sex(),
                                citizen.address()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            ResidentInquiry inquiry = JSON.readValue(exchange.getRequestBody().readAllBytes(), ResidentInquiry.class);
            inquiries.add(inquiry);
            Reply reply = behaviour.apply(inquiry);
            if (!silence.await(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            LoopbackServer.answer(exchange, reply.status(), "application/json", reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
