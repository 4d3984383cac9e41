package jp.shikaku.eligibility.oqs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.gateway.Gateway;
import jp.shikaku.local.gateway.GatewaySettings;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The folders of a receipt computer, the gateway, and the service: the whole way. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class OqsFolderTest {

    LocalPostgres postgres;

    @TestHTTPResource
    URI service;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private Path requests;
    private Path answers;

    @BeforeEach
    void prepare() throws IOException {
        requests = Files.createDirectory(folder.resolve("req"));
        answers = Files.createDirectory(folder.resolve("res"));
    }

    @Test
    void oneCardIsAskedAboutAndAnswered() throws Exception {
        Coverages.link(card);
        drop(
                "OQSsiquc01req_202604010001.xml",
                OqsRequest.of(clinic.code(), card).in("Shift_JIS").bytes());

        runGateway();

        Document answer = answer("OQSsiquc01res_202604010001.xml");
        assertThat(text(answer, "QualificationValidity")).isEqualTo("1");
        assertThat(text(answer, "NameKana")).isEqualTo("ﾐﾎﾝ ﾊﾅｺ");
        assertThat(requests).isEmptyDirectory();
        // The console names files and codes, and nobody.
        String said = console.toString(StandardCharsets.UTF_8);
        assertThat(said).contains("OQSsiquc01res_202604010001.xml", "QualificationValidity 1");
        assertThat(Marks.isPersonal(said)).isFalse();
    }

    @Test
    void manyCardsAreHandedInAndFetched() throws Exception {
        Coverages.link(card);
        OqsRequest request = OqsRequest.of(clinic.code(), card);
        drop(
                "OQSmuquc01req_1.xml",
                request.document(
                        request.search() + request.card("Birthdate", "x").search()));
        runGateway();
        String number = text(answer("OQSmuquc01res_1.xml"), "ReceptionNumber");
        Ledger ledger = new Ledger(postgres);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledger.number(
                                "select count(*) from oqs_bulk where state = 'ANSWERED' and reception_number = ?",
                                number)
                        == 1);

        drop("OQSmuquc02req_1.xml", request.document("<ReceptionNumber>" + number + "</ReceptionNumber>"));
        runGateway();

        Document answer = answer("OQSmuquc02res_1.xml");
        assertThat(text(answer, "NumberOfProcessingResult")).isEqualTo("2");
        assertThat(text(answer, "NumberOfError")).isEqualTo("1");
        assertThat(text(answer, "QualificationValidity")).isEqualTo("1");
    }

    @Test
    void requestOfAnotherInstitutionIsRefusedInItsAnswer() throws Exception {
        drop("OQSsiquc01req_1.xml", OqsRequest.of("1310000015", card).bytes());

        runGateway();

        assertThat(text(answer("OQSsiquc01res_1.xml"), "ErrorCode")).isEqualTo("SKF008");
    }

    /** What a crash leaves: asked already, and still claimed. */
    @Test
    void requestThatWasAskedBeforeACrashIsOneConfirmation() throws Exception {
        Coverages.link(card);
        String name = "OQSsiquc01req_1.xml";
        drop(name, OqsRequest.of(clinic.code(), card).bytes());
        runGateway();
        String first = text(answer("OQSsiquc01res_1.xml"), "ProcessingResultMessage");
        long confirmations = new Ledger(postgres).confirmations();

        Path done = folder.resolve("work/done");
        try (var files = Files.list(done)) {
            Path request = files.findFirst().orElseThrow();
            Files.move(request, folder.resolve("work/claimed").resolve(request.getFileName()));
        }
        Files.delete(answers.resolve("OQSsiquc01res_1.xml"));
        runGateway();

        assertThat(text(answer("OQSsiquc01res_1.xml"), "ProcessingResultMessage"))
                .isEqualTo(first);
        assertThat(new Ledger(postgres).confirmations()).isEqualTo(confirmations);
    }

    private void drop(String name, byte[] content) throws IOException {
        Files.write(requests.resolve(name), content);
    }

    private void runGateway() throws IOException, InterruptedException {
        GatewaySettings settings = new GatewaySettings(
                requests,
                answers,
                folder.resolve("work"),
                clinic.code(),
                Duration.ofMillis(50),
                Duration.ofMillis(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofHours(1));
        String token = Tokens.token(Role.INSTITUTION, clinic.code(), Duration.ofMinutes(5));
        try (Gateway gateway = new Gateway(
                settings,
                service,
                () -> token,
                new PrintStream(console, true, StandardCharsets.UTF_8),
                Clock.systemUTC())) {
            gateway.runOnce();
        }
    }

    private Document answer(String file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(answers.resolve(file))));
    }

    private static String text(Document answer, String element) {
        return answer.getElementsByTagName(element).item(0).getTextContent();
    }
}
