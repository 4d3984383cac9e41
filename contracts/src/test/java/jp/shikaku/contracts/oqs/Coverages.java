package jp.shikaku.contracts.oqs;

import java.time.LocalDate;

import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
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
                CardClass.GENERAL,
                LocalDate.of(2025, 4, 2),
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2030, 3, 31),
                name,
                kana,
                "見本　ハナ",
                "ミホン　ハナ",
                Sex.FEMALE,
                Sex.NOT_SET,
                LocalDate.of(1990, 1, 15),
                "1000013",
                "東京都千代田区霞が関一丁目２番２号",
                FamilyRelation.INSURED_PERSON,
                BurdenShare.THREE_TENTHS,
                LocalDate.of(2025, 4, 1),
                null,
                null);
    }
}
