package jp.shikaku.contracts.oqs;

import java.time.LocalDate;

import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.Sex;

/** Coverages of people who do not exist. */
final class Coverages {

    private Coverages() {}

    static ShownCoverage hanako() {
        return named("見本　花子", "ミホン　ハナコ");
    }

    static ShownCoverage named(String name, String kana) {
        return new ShownCoverage(
                InsurerNumber.of("138057"),
                "見本",
                "4567",
                "00",
                name,
                kana,
                Sex.FEMALE,
                LocalDate.of(1990, 1, 15),
                FamilyRelation.INSURED_PERSON,
                LocalDate.of(2025, 4, 1),
                null,
                null);
    }
}
