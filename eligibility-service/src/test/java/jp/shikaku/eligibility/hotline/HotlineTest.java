package jp.shikaku.eligibility.hotline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.confirmation.HotlineNow;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whether the hotline answers: asked in the background, and said only as long as what was said holds. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class HotlineTest {

    private static final String PHONE_NUMBER = "0800-080-4583";
    private static final String LINE =
            """
            {"line":{"id":"%s","phoneNumber":"%s","new":1},
             "status":{"asOf":"%s","open":%s,"nextOpening":"%s","nextClosing":"%s"}}""";

    @Inject
    HotlineConfig config;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    @Test
    void whatInquirySaysIsKnownAndOutlivesIt() throws IOException {
        Instant now = clock.instant();
        Instant closes = now.plusSeconds(3_600);
        HttpServer inquiry = server(lines(now.minusSeconds(60), true, now.plusSeconds(50_000), closes));
        String url = "http://127.0.0.1:" + inquiry.getAddress().getPort();
        InquiryClient client =
                QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(url)).build(InquiryClient.class);
        Hotline hotline = new Hotline(client, config, Optional.of(url), clock, json, vertx);
        try {
            assertThat(hotline.now()).isEmpty();
            hotline.start(null);
            await().until(() -> hotline.now().isPresent());
        } finally {
            inquiry.stop(0);
            hotline.stop(null);
        }
        assertThat(hotline.now()).contains(new HotlineNow(PHONE_NUMBER, true, JapanTime.wire(closes)));
    }

    /** Said at 10:00 of an open line that closes at 18:00 and opens at 08:00. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-24T09:59:59+09:00, -, -",
                "2026-11-24T10:00:00+09:00, true, 2026-11-24T18:00+09:00",
                "2026-11-24T17:59:59+09:00, true, 2026-11-24T18:00+09:00",
                "2026-11-24T18:00:00+09:00, false, 2026-11-25T08:00+09:00",
                "2026-11-25T07:59:59+09:00, false, 2026-11-25T08:00+09:00",
                "2026-11-25T08:00:00+09:00, -, -"
            })
    void openLineIsKnownUntilItOpensAgain(OffsetDateTime moment, Boolean open, OffsetDateTime until)
            throws IOException {
        assertKnown(lines(at("24T10:00"), true, at("25T08:00"), at("24T18:00")), moment, open, until);
    }

    /** Said at 20:00 of a closed line. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-24T20:00:00+09:00, false, 2026-11-25T08:00+09:00",
                "2026-11-25T08:00:00+09:00, true, 2026-11-25T18:00+09:00",
                "2026-11-25T18:00:00+09:00, -, -"
            })
    void closedLineIsKnownUntilItClosesAgain(OffsetDateTime moment, Boolean open, OffsetDateTime until)
            throws IOException {
        assertKnown(lines(at("24T20:00"), false, at("25T08:00"), at("25T18:00")), moment, open, until);
    }

    private void assertKnown(String said, OffsetDateTime moment, Boolean open, OffsetDateTime until)
            throws IOException {
        Optional<HotlineNow> known = LineStatus.of(json.readTree(said).get(1)).at(moment.toInstant());

        assertThat(known)
                .isEqualTo(open == null ? Optional.empty() : Optional.of(new HotlineNow(PHONE_NUMBER, open, until)));
    }

    private static Instant at(String day) {
        return OffsetDateTime.parse("2026-11-" + day + "+09:00").toInstant();
    }

    /** With another line before it, and with a field that nobody knows. */
    private static String lines(Instant asOf, boolean open, Instant opening, Instant closing) {
        return "["
                + LINE.formatted("main", "0120-95-0178", wire(asOf), !open, wire(opening), wire(closing))
                + ","
                + LINE.formatted("institutions", PHONE_NUMBER, wire(asOf), open, wire(opening), wire(closing))
                + "]";
    }

    private static OffsetDateTime wire(Instant moment) {
        return JapanTime.wire(moment);
    }

    private static HttpServer server(String lines) throws IOException {
        HttpServer inquiry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        inquiry.createContext("/hotline/now", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        inquiry.start();
        return inquiry;
    }
}
