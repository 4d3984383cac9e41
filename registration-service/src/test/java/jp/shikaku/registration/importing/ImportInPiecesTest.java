package jp.shikaku.registration.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.ImportDesk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Files are kept in pieces of a mebibyte. Nothing that is read of them depends on where one ends. */
@RegistrationTest
class ImportInPiecesTest {

    private static final String CSV = "text/csv";
    private static final String HEADER = ImportDesk.HEADER + ",備考\r\n";
    private static final String MARK = "\uFEFF";
    private static final String REMARK = "\"一行目\r\n二行目は \"\"引用\"\" 、髙﨑\"";
    private static final int LONG_REMARK = 50_000;

    LocalPostgres postgres;
    Rows rows;
    Citizen hanako;
    Citizen jiro;
    Citizen last;

    @BeforeEach
    void knowThree() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        jiro = Citizen.hanako();
        last = Citizen.hanako();
        Desk.knowParties();
        List.of(hanako, jiro, last).forEach(Desk::knowResident);
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                cut("UTF-8", "髙橋", 1),
                cut("UTF-8", "髙橋", 2),
                cut("UTF-8", "\r\n二", 0),
                cut("UTF-8", "\r\n二", 1),
                cut("UTF-8", "\r\n二", 2),
                cut("UTF-8", "\"\"引", 1),
                cut("UTF-8", "\"一", 0),
                cut("UTF-8", "\"一", 1),
                cut("UTF-8", "﨑\"", 3),
                cut("UTF-8", "﨑\"", 4),
                cut("windows-31j", "髙橋", 1),
                cut("windows-31j", "\r\n二", 1));
    }

    private static Arguments cut(String charset, String part, int bytesIntoIt) {
        return Arguments.of(charset, part, bytesIntoIt);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aRowIsReadAlikeWhereverAPieceEndsInIt(String charsetName, String part, int bytesIntoIt) {
        Charset charset = Charset.forName(charsetName);
        String row = row("probe", hanako, REMARK);
        int cut = row.substring(0, row.indexOf(part)).getBytes(charset).length + bytesIntoIt;

        assertThat(row).as("the example").contains(part);
        takenInWhole(charset, "", row + "\r\n", cut);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aRowBeginsWhereverAPieceDoes(int bytesOfTheLineEndBeforeIt) {
        takenInWhole(
                StandardCharsets.UTF_8, "", "\r\n" + row("probe", hanako, REMARK) + "\r\n", bytesOfTheLineEndBeforeIt);
    }

    @Test
    void theMarkAtTheBeginningMovesAllThatFollows() {
        String row = row("probe", hanako, REMARK);
        int cut = row.substring(0, row.indexOf("髙橋")).getBytes(StandardCharsets.UTF_8).length + 2;

        takenInWhole(StandardCharsets.UTF_8, MARK, row + "\r\n", cut);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theMarkOfAFileThatWasJoinedToAnotherMayLieAcrossTwoPieces(int bytesOfIt) {
        takenInWhole(StandardCharsets.UTF_8, MARK, MARK + row("probe", hanako, REMARK) + "\r\n", bytesOfIt);
    }

    @Test
    void halfACharacterAtTheEndOfAPieceIsNotMadeWholeByTheNext() {
        byte[] row = (row("probe", hanako, "") + "\r\n").getBytes(StandardCharsets.UTF_8);
        String before = row("probe", hanako, "").split("髙橋")[0];
        int cut = before.getBytes(StandardCharsets.UTF_8).length + 2;
        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        broken.write(row, 0, cut);
        broken.write(row, cut + 1, row.length - cut - 1);

        ended(file(StandardCharsets.UTF_8, "", broken.toByteArray(), cut))
                .then()
                .body("refused", equalTo(1))
                .body("accepted", equalTo(2));
    }

    @Test
    void theSameLargeFileAgainIsTheSameImportAndLeavesNoPiece() {
        byte[] file = file(
                StandardCharsets.UTF_8, "", (row("probe", hanako, "") + "\r\n").getBytes(StandardCharsets.UTF_8), 5);
        String id = ended(file).path("id");
        long imports = rows.count("select count(*) from enrolment_import");

        assertThat(ended(file).<String>path("id")).isEqualTo(id);
        assertThat(rows.count("select count(*) from enrolment_import")).isEqualTo(imports);
        assertThat(pieces()).isZero();

        // The twin: one byte far behind the first piece makes another file of it.
        file[file.length - 3]++;
        assertThat(ended(file).<String>path("id")).isNotEqualTo(id);
    }

    @Test
    void ofACancelledLargeFileNoPieceIsLeft() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 3000; i++) {
            file.append(row("k-" + i, Citizen.hanako(), "x".repeat(600))).append("\r\n");
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isGreaterThan(2 * StoredFile.PIECE);
        String id = ImportDesk.send(CSV, bytes, "otherColumns", "ignore").path("id");
        await().until(() -> ImportDesk.get(id).jsonPath().getLong("rows") > 0);

        Desk.insurer().post("/enrolment-imports/" + id + "/cancellation").then().statusCode(200);

        ImportDesk.get(id).then().body("state", equalTo("CANCELLED"));
        long taken = ImportDesk.get(id).jsonPath().getLong("rows");
        assertThat(taken).isLessThan(3000);
        assertThat(pieces()).isZero();
        assertThat(rows.count("select count(*) from enrolment where record_key like ?", key("k-%")))
                .as("neither more nor less than was counted")
                .isEqualTo(taken);
    }

    /** All rows of a file in which a piece ends {@code cut} bytes into {@code probe}, which speaks of Hanako. */
    private void takenInWhole(Charset charset, String mark, String probe, int cut) {
        Response ended = ended(file(charset, mark, probe.getBytes(charset), cut));

        ended.then()
                .body("state", equalTo("COMPLETED"))
                .body("charset", equalTo(charset.name().toLowerCase(Locale.ROOT)))
                .body("refused", equalTo(0))
                .body("accepted", equalTo(3))
                .body("bytesRead", equalTo(ended.<Integer>path("bytes")));
        assertThat(rows.column(
                        """
                        select v.name || ' ' || e.record_key from enrolment e
                            join enrolment_version v on v.enrolment_id = e.id where v.number = ?""",
                        "45-" + hanako.individualNumber().substring(4)))
                .containsExactly(hanako.name() + " " + key("probe"));
    }

    /** Long rows about Jiro, the probe, and one row more. */
    private byte[] file(Charset charset, String mark, byte[] probe, int cut) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((mark + HEADER).getBytes(charset));
        int before = StoredFile.PIECE - cut;
        int plain = (row("jiro", jiro, "") + "\r\n").getBytes(charset).length;
        while (file.size() < before) {
            int left = before - file.size();
            int remark = left < 2 * (LONG_REMARK + plain) && left > LONG_REMARK + plain
                    ? left / 2 - plain
                    : Math.min(left - plain, LONG_REMARK);
            file.writeBytes((row("jiro", jiro, "x".repeat(remark)) + "\r\n").getBytes(charset));
        }
        assertThat(file.size()).isEqualTo(before);
        file.writeBytes(probe);
        file.writeBytes((row("last", last, "") + "\r\n").getBytes(charset));
        return file.toByteArray();
    }

    private static Response ended(byte[] file) {
        String id = ImportDesk.send(CSV, file, "otherColumns", "ignore")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return ImportDesk.ended(id);
    }

    private String row(String key, Citizen citizen, String remark) {
        return ImportDesk.row(key(key), citizen, Days.ago(30)) + "," + remark;
    }

    /** Of this test alone. */
    private String key(String name) {
        return hanako.individualNumber() + "-" + name;
    }

    private long pieces() {
        return rows.count("select count(*) from enrolment_import_chunk");
    }
}
