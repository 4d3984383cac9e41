package jp.shikaku.eligibility.desk;

import java.time.LocalDate;

import jp.shikaku.contracts.confirmation.PatientShare;
import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.oqs.Preschool;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * The share of the cost by age: 3割; 未就学 2割; from the month after becoming 70, 2割 or with a high income 3割 (健康保険法74条,
 * 110条); from the 75th birthday 1割 to 3割 (高齢者の医療の確保に関する法律67条).
 */
final class ShareRule {

    private static final int ELDERLY = 70;
    private static final int LATE_ELDERLY = 75;

    private ShareRule() {}

    static PatientShare on(LocalDate day, LocalDate birthDate) {
        if (Preschool.isOn(day, birthDate)) {
            return exactly(BurdenShare.TWO_TENTHS, "2割（未就学）", "20 percent (before school age)");
        }
        if (!day.isBefore(birthDate.plusYears(LATE_ELDERLY))) {
            return new PatientShare(
                    BurdenShare.ONE_TENTH,
                    BurdenShare.THREE_TENTHS,
                    new LocalizedText("1割〜3割（75歳以上、所得による）", "10 to 30 percent (75 and older, by income)"));
        }
        if (!day.isBefore(elderlyFrom(birthDate))) {
            return new PatientShare(
                    BurdenShare.TWO_TENTHS,
                    BurdenShare.THREE_TENTHS,
                    new LocalizedText("2割または3割（70〜74歳、所得による）", "20 or 30 percent (70 to 74, by income)"));
        }
        return exactly(BurdenShare.THREE_TENTHS, "3割", "30 percent");
    }

    /** One becomes 70 on the day before the birthday (年齢計算ニ関スル法律); it counts from the month after that. */
    private static LocalDate elderlyFrom(LocalDate birthDate) {
        return birthDate.plusYears(ELDERLY).minusDays(1).withDayOfMonth(1).plusMonths(1);
    }

    private static PatientShare exactly(BurdenShare share, String ja, String en) {
        return new PatientShare(share, share, new LocalizedText(ja, en));
    }
}
