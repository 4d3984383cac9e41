package jp.shikaku.registration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@RegistrationTest
class ResidentTest {

    LocalPostgres postgres;
    Rows rows;

    @BeforeEach
    void connect() {
        rows = new Rows(postgres);
    }

    @Test
    void aThousandResidentsAreStoredAtOnceAndAgain() {
        List<Map<String, Object>> thousand = IntStream.range(0, 1000)
                .mapToObj(i -> Citizen.hanako().resident())
                .toList();
        long before = residents();

        Desk.operator().body(thousand).post("/residents").then().statusCode(200).body("stored", equalTo(1000));
        Desk.operator().body(thousand).post("/residents").then().statusCode(200).body("stored", equalTo(1000));

        assertThat(residents()).isEqualTo(before + 1000);
    }

    @Test
    void theLaterOfTwoEntriesForOnePersonCounts() {
        Citizen hanako = Citizen.hanako();
        Map<String, Object> moved = hanako.resident();
        moved.put("address", "後の住所" + hanako.individualNumber().substring(8));

        Desk.operator()
                .body(List.of(hanako.resident(), moved))
                .post("/residents")
                .then()
                .statusCode(200);

        assertThat(rows.count("select count(*) from resident where address = ?", moved.get("address")))
                .isOne();
    }

    @Test
    void oneBadEntryStoresNoneAndIsNamed() {
        Map<String, Object> bad = Citizen.hanako().resident();
        bad.put("birthDate", "平成31年5月");
        long before = residents();

        Desk.operator()
                .body(List.of(Citizen.hanako().resident(), bad))
                .post("/residents")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/1/birthDate"))
                .body("errors.code", contains("date-not-iso"));

        assertThat(residents()).isEqualTo(before);
    }

    @Test
    void anEntryThatIsNullIsNamed() {
        Desk.operator().body("[null]").post("/residents").then().statusCode(422).body("errors.pointer", contains("/0"));
    }

    @Test
    void moreThanAThousandAreRefusedAndNoneIsNoMistake() {
        List<Map<String, Object>> tooMany = Collections.nCopies(1001, Map.of());

        Desk.operator().body(tooMany).post("/residents").then().statusCode(413).body("code", equalTo("body-too-large"));
        Desk.operator().body("[]").post("/residents").then().statusCode(200).body("stored", equalTo(0));
    }

    private long residents() {
        return rows.count("select count(*) from resident");
    }
}
