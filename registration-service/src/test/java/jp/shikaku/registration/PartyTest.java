package jp.shikaku.registration;

import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

@RegistrationTest
class PartyTest {

    LocalPostgres postgres;

    @ParameterizedTest
    @CsvSource({"/insurers/31999998", "/employers/1180301018771"})
    void aPartyIsCreatedOnceAndThenRenamed(String path) {
        enter(path, "はじめの名").statusCode(201);
        enter(path, "はじめの名").statusCode(204);
        enter(path, "新しい名").statusCode(204);

        assertThat(new Rows(postgres)
                        .count(
                                "select count(*) from (select name from insurer union all select name from employer) p where name = ?",
                                "新しい名"))
                .isPositive();
    }

    @Test
    void aSixDigitNumberIsOneInsurerHoweverItIsPadded() {
        enter("/insurers/139998", "国民健康保険").statusCode(201);
        enter("/insurers/00139998", "国民健康保険").statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "/insurers/06139991, path:insurerNumber, insurer-number-check-digit",
        "/insurers/77777777, path:insurerNumber, insurer-number-placeholder",
        "/employers/1010601008969, path:corporateNumber, corporate-number-check-digit",
        "/employers/123, path:corporateNumber, corporate-number-format",
    })
    void aBadNumberIsRefusedByName(String path, String pointer, String code) {
        enter(path, "名")
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void aPartyHasAName() {
        enter("/insurers/" + Desk.INSURER, " ").statusCode(422).body("errors.pointer", contains("/name"));
        enter("/insurers/" + Desk.INSURER, "あ".repeat(101))
                .statusCode(422)
                .body("errors.code", contains("value-too-long"));
    }

    private static ValidatableResponse enter(String path, String name) {
        return Desk.operator().body(Map.of("name", name)).put(path).then();
    }
}
