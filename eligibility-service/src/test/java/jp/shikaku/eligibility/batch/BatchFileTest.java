package jp.shikaku.eligibility.batch;

import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.Bytes;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static jp.shikaku.eligibility.batch.BatchDesk.CSV;
import static jp.shikaku.eligibility.batch.BatchDesk.JSON;
import static jp.shikaku.eligibility.batch.BatchDesk.TITLES;
import static jp.shikaku.eligibility.batch.BatchDesk.bytes;
import static jp.shikaku.eligibility.batch.BatchDesk.csvRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Batches as files of CSV. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BatchFileTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private final BatchDesk desk = new BatchDesk(Clinic.hana());
    private final Card card = Card.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void csvIsReadInItsEncodingAndAnsweredInIt(String encoding) {
        Card named = card.branch("01");
        Coverages.link(Coverages.of(named, Coverages.newPerson()).with("name", "髙見本𠮷"));
        String file = TITLES + csvRow(named.inFullWidth().born("平成2年1月15日"), "予約①", "R8.4.1") + ",,,,,,\n";

        String id = desk.answered(CSV, file.getBytes(Charset.forName(encoding)));

        Response table = desk.result(id, CSV);
        table.then().statusCode(200).header("Content-Type", startsWith("text/csv;charset=" + encoding.toLowerCase()));
        String text = new String(table.asByteArray(), Charset.forName(encoding));
        assertThat(text.lines()).hasSize(2);
        assertThat(text.lines().skip(1).findFirst().orElseThrow())
                .startsWith("\"予約①\",2,\"回答\"")
                .contains("\"2026-04-01\",1,\"資格（有効）\",\"電子\",\"可\"")
                .contains(encoding.equals("UTF-8") ? "\"髙見本𠮷\"" : "\"髙見本\\u{20BB7}\"");
        assertThat(desk.byId(id, "asOf")).containsExactly(entry("予約①", "2026-04-01"));
    }

    @Test
    void declaredEncodingIsTakenAtItsWord() {
        byte[] file = (TITLES + csvRow(card, "患者", "2026-04-01")).getBytes(WINDOWS_31J);

        String id = desk.answered("text/csv;charset=Shift_JIS", file);

        assertThat(desk.byId(id, "validity")).containsExactly(entry("患者", 4));
        desk.send("text/csv;charset=EUC-JP", file)
                .then()
                .statusCode(415)
                .body("code", equalTo("file-charset-unsupported"));
    }

    @Test
    void badRowsOfCsvStopNoneOfTheOthers() {
        Coverages.link(card);
        byte[] broken = {(byte) 0xE6, (byte) 0x97};
        byte[] file = Bytes.join(
                bytes(TITLES + csvRow(card, "good", "") + "too,few\n" + csvRow(card, "\"open", "") + "x,"),
                broken,
                bytes(",,,,,\n" + csvRow(card, "day", "令和8年2月30日") + csvRow(card, "last", "")));

        String id = desk.answered("text/csv;charset=utf-8", file);

        Response result = desk.result(id, JSON);
        assertThat(result.<List<String>>path("rows.outcome"))
                .containsExactly("ANSWERED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ANSWERED");
        result.then()
                .body("rows[1].errors.code", equalTo(List.of("row-column-count")))
                .body("rows[2].errors.code", equalTo(List.of("row-quotes")))
                .body("rows[3].errors.code", equalTo(List.of("row-undecodable")))
                .body("rows[4].errors.pointer", equalTo(List.of("/asOf")))
                .body("rows[4].errors.code", equalTo(List.of("date-does-not-exist")));
    }

    @Test
    void columnsThatCannotBeReadAreRefusedByTheirPlace() {
        desk.send(CSV, bytes("保険者番号,氏名,番号,番号\n1,2,3,4\n"))
                .then()
                .statusCode(422)
                .body("code", equalTo("batch-columns-invalid"))
                .body("errors.pointer", equalTo(List.of("column:2", "column:4", "column:birthDate")))
                .body("errors.code", equalTo(List.of("column-unknown", "column-twice", "column-missing")));
    }

    @Test
    void otherColumnsArePassedOverWhenTheSenderSaysSo() {
        Coverages.link(card);
        String file = "患者番号,氏名,被保険者証等記号,被保険者証等番号,生年月日,保険者番号\n"
                + String.join(",", "7", "見本", card.symbol(), card.number(), card.birthDate(), card.insurerNumber());

        desk.send(CSV, bytes(file)).then().statusCode(422);
        String id = desk.send(CSV, bytes(file), UUID.randomUUID().toString(), "?otherColumns=ignore")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        desk.completed(id);

        assertThat(desk.byId(id, "validity")).containsExactly(entry("7", 1));
        desk.send(CSV, bytes(file), UUID.randomUUID().toString(), "?otherColumns=x")
                .then()
                .statusCode(422);
    }

    @Test
    void templateIsReadBack() {
        Response template = desk.clinic().signedIn().get("/confirmation-batches/template?charset=shift_jis");

        template.then().statusCode(200).header("Content-Type", "text/csv;charset=windows-31j");
        String id = desk.answered(CSV, template.asByteArray());
        assertThat(desk.byId(id, "validity")).containsExactly(entry("A-0001", 4));
    }
}
