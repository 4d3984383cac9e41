package jp.shikaku.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.local.problem.LocalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class GatewayTest {

    private static final String NAME = "OQSsiquc01req_202604010001.xml";
    private static final String ANSWER = "OQSsiquc01res_202604010001.xml";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path requests;
    private Path answers;
    private Path work;
    private StubEligibility service;

    @BeforeEach
    void prepare() throws IOException {
        requests = Files.createDirectory(folder.resolve("req"));
        answers = Files.createDirectory(folder.resolve("res"));
        work = folder.resolve("work");
        service = StubEligibility.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void requestIsAnsweredUnderTheSameNameAndKeptForAWhile() throws Exception {
        drop(NAME, StubEligibility.request(NAME));

        runOnce();

        assertThat(Files.readString(answers.resolve(ANSWER))).isEqualTo(StubEligibility.answer(NAME));
        assertThat(requests).isEmptyDirectory();
        assertThat(filesIn(answers)).containsExactly(ANSWER);
        assertThat(filesIn(work.resolve("done"))).singleElement().asString().endsWith("~" + NAME);
        assertThat(console.toString(StandardCharsets.UTF_8)).contains(NAME, ANSWER, "SegmentOfResult 1");
    }

    @Test
    void everyExchangeIsSentToItsOwnAddress() throws Exception {
        List<String> names = List.of("OQSsiquc01req_1.xml", "OQSmuquc01req_1.xml", "OQSmuquc02req_1.xml");
        for (String name : names) {
            drop(name, StubEligibility.request(name));
        }

        runOnce();

        assertThat(filesIn(answers))
                .containsExactlyInAnyOrder("OQSsiquc01res_1.xml", "OQSmuquc01res_1.xml", "OQSmuquc02res_1.xml");
    }

    @Test
    void sameFileDroppedAgainIsAnotherQuestion() throws Exception {
        drop(NAME, StubEligibility.request(NAME));
        runOnce();
        drop(NAME, StubEligibility.request(NAME));
        runOnce();

        assertThat(service.keysOf(NAME))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    @Test
    void fileIsNotTakenBeforeItIsWhole() throws Exception {
        String whole = StubEligibility.request(NAME);
        Files.writeString(requests.resolve(NAME), whole.substring(0, 40));
        Arrivals arrivals = new Arrivals(requests, Duration.ofMillis(1), Duration.ofHours(1));

        assertThat(arrivals.whole()).isEmpty();
        assertThat(arrivals.whole()).isEmpty();
        assertThat(arrivals.isWaiting()).isTrue();

        Files.writeString(requests.resolve(NAME), whole);
        assertThat(arrivals.whole()).as("has only just changed").isEmpty();
        await().until(() -> arrivals.whole().size() == 1);
    }

    @Test
    void fileThatNeverBecomesWholeIsAnsweredAsItIs() throws Exception {
        drop(NAME, "<XmlMsg><MessageHeader>");

        runOnce();

        assertThat(filesIn(answers)).containsExactly(ANSWER);
    }

    @Test
    void filesThatAreNoXmlAreLeftAlone() throws Exception {
        drop("note.txt", "hello");
        drop(".hidden.xml", StubEligibility.request("x"));

        runOnce();

        assertThat(filesIn(requests)).containsExactlyInAnyOrder("note.txt", ".hidden.xml");
        assertThat(answers).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"OQSmuhvq01req_1.xml,OQSmuhvq01res_1.xml", "patient.xml,res_patient.xml"})
    void fileOfNoKnownKindIsAnsweredWithItsFault(String name, String answer) throws Exception {
        drop(name, StubEligibility.request("A0001").replace("UTF-8", "Shift_JIS"));

        runOnce();

        assertThat(Files.readString(answers.resolve(answer), Charset.forName("windows-31j")))
                .contains("<SegmentOfResult>9<", "<ErrorCode>SKF015<", "1319999999", "A0001", "encoding=\"Shift_JIS\"");
        assertThat(service.keysOf("A0001")).isEmpty();
    }

    @Test
    void fileThatIsTooLargeIsNotEvenSent() throws Exception {
        drop(NAME, StubEligibility.request(NAME) + " ".repeat(70_000));

        runOnce();

        assertThat(Files.readString(answers.resolve(ANSWER))).contains("<ErrorCode>SKF004<");
        assertThat(service.keysOf(NAME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503,SKF090", "429,SKF090", "401,SKF016", "403,SKF016", "500,SKF099"})
    void whatPassesIsTriedAgainAndAnsweredInTheEnd(int status, String code) throws Exception {
        service.status(status);
        drop(NAME, StubEligibility.request(NAME));

        runOnce();

        assertThat(Files.readString(answers.resolve(ANSWER)))
                .contains("<SegmentOfResult>9<", "<ErrorCode>" + code + "<", "<ArbitraryFileIdentifier>" + NAME);
        assertThat(service.keysOf(NAME)).hasSizeGreaterThan(1);
        assertThat(service.keysOf(NAME).stream().distinct()).hasSize(1);
    }

    @Test
    void whatCannotPassIsNotTriedAgain() throws Exception {
        service.status(415);
        drop(NAME, StubEligibility.request(NAME));

        runOnce();

        assertThat(Files.readString(answers.resolve(ANSWER))).contains("<ErrorCode>SKF099<");
        assertThat(service.keysOf(NAME)).hasSize(1);
    }

    /** R3. */
    @Test
    void serviceThatIsNotThereIsUndeterminedAndNeverNoInformation() throws Exception {
        URI gone = service.address();
        service.close();
        drop(NAME, StubEligibility.request(NAME));

        runOnce(gone, "token");

        assertThat(Files.readString(answers.resolve(ANSWER)))
                .contains("<ErrorCode>SKF090<", "判定不能")
                .doesNotContain("QualificationValidity");
    }

    @Test
    void tokenThatCannotBeReadIsAnsweredAsNotPermitted() throws Exception {
        drop(NAME, StubEligibility.request(NAME));

        runOnce(service.address(), null);

        assertThat(Files.readString(answers.resolve(ANSWER))).contains("<ErrorCode>SKF016<");
    }

    @Test
    void requestTakenBeforeACrashIsAskedUnderTheSameKey() throws Exception {
        Claim claim = claimed();
        Files.writeString(answers.resolve("." + claim.id() + ".part"), "half an ans");
        String key = claim.idempotencyKey(work.resolve("claimed").resolve(claim.fileName()));

        runOnce();

        assertThat(service.keysOf(NAME)).containsExactly(key);
        assertThat(Files.readString(answers.resolve(ANSWER))).isEqualTo(StubEligibility.answer(NAME));
        assertThat(filesIn(answers)).containsExactly(ANSWER);
    }

    @Test
    void answerKnownBeforeACrashIsDeliveredWithoutAsking() throws Exception {
        Claim claim = claimed();
        move(claim, "answered");
        Files.writeString(answers.resolve("." + claim.id() + ".part"), "the answer");

        runOnce();

        assertThat(service.keysOf(NAME)).isEmpty();
        assertThat(Files.readString(answers.resolve(ANSWER))).isEqualTo("the answer");
    }

    @Test
    void answerDeliveredBeforeACrashIsNotDeliveredAgain() throws Exception {
        Claim claim = claimed();
        move(claim, "answered");

        runOnce();

        assertThat(service.keysOf(NAME)).isEmpty();
        assertThat(answers).isEmptyDirectory();
        assertThat(filesIn(work.resolve("done"))).containsExactly(claim.fileName());
    }

    @Test
    void secondGatewayOnTheSameFoldersIsRefused() throws Exception {
        try (Gateway first = gateway(service.address(), "token")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> gateway(service.address(), "token"))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Another gateway");
        }
        runOnce();
    }

    /** What a gateway leaves that was killed while it asked. */
    private Claim claimed() throws IOException {
        drop(NAME, StubEligibility.request(NAME));
        try (Journal journal = Journal.open(requests, answers, work)) {
            return journal.claim(requests.resolve(NAME)).orElseThrow();
        }
    }

    private void move(Claim claim, String step) throws IOException {
        Files.move(
                work.resolve("claimed").resolve(claim.fileName()),
                work.resolve(step).resolve(claim.fileName()),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(requests.resolve(name), content);
    }

    private void runOnce() throws Exception {
        runOnce(service.address(), "token");
    }

    private void runOnce(URI address, String token) throws Exception {
        try (Gateway gateway = gateway(address, token)) {
            gateway.runOnce();
        }
    }

    private Gateway gateway(URI address, String token) {
        GatewaySettings settings = new GatewaySettings(
                requests,
                answers,
                work,
                "1319999999",
                Duration.ofMillis(50),
                Duration.ofMillis(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofHours(1));
        return new Gateway(
                settings,
                address,
                () -> {
                    if (token == null) {
                        throw new LocalException("Cannot read the token.", "Check the path.");
                    }
                    return token;
                },
                new PrintStream(console, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
