package jp.shikaku.inquiry.casefile;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.inquiry.world.Answers;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A line of the log is found by the request and by the trace it belongs to, although no traces are recorded here. */
@InquiryTest
class CaseFileLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    Sisters sisters;

    private final Lines lines = new Lines();

    @BeforeEach
    void eligibilityHasTrouble() {
        sisters.bothAnswer();
        sisters.eligibility().answers(500, "{}");
        Logger.getLogger("jp.shikaku").addHandler(lines);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("jp.shikaku").removeHandler(lines);
    }

    @Test
    void linesNameTheRequestAndTheCallersTrace() {
        String request = UUID.randomUUID().toString();
        ask(request, "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(lines.of(request)).isNotEmpty().allSatisfy(line -> assertThat(line.getMdc("traceId"))
                .isEqualTo(TRACE));
    }

    @Test
    void noTraceIsNamedWhereTheCallerNamedNone() {
        String before = UUID.randomUUID().toString();
        ask(before, "00-" + TRACE + "-00f067aa0ba902b7-01");
        String request = UUID.randomUUID().toString();
        ask(request, "no trace");

        assertThat(lines.of(request)).isNotEmpty().allSatisfy(line -> assertThat(line.getMdc("traceId"))
                .isNull());
    }

    private static void ask(String request, String parent) {
        Tokens.as(Role.HOTLINE, "agent-7")
                .header("X-Request-Id", request)
                .header("traceparent", parent)
                .get("/casefiles/" + Answers.NUMBER)
                .then()
                .statusCode(503);
    }

    private static final class Lines extends ExtHandler {

        private final Queue<ExtLogRecord> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void doPublish(ExtLogRecord line) {
            line.copyMdc();
            all.add(line);
        }

        List<ExtLogRecord> of(String request) {
            return all.stream()
                    .filter(line -> request.equals(line.getMdc("requestId")))
                    .toList();
        }
    }
}
