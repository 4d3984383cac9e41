package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * A share of the cost that nobody of this age pays (健康保険法74条, 110条): two tenths before school and from 70, three
 * tenths between and for high incomes from 70. Only noted: the clinic settles it, and a wrong share names nobody
 * else.
 */
@SystemRule
final class BurdenShareImplausible implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "burden-share-implausible",
                    "一部負担金の割合が年齢と合いません。",
                    "The share of the cost does not fit the age.",
                    "/burdenShare",
                    "/birthDate")
            .remedy("生年月日と負担割合を確かめ、誤りなら訂正してください。", "Check the birth date and the share, and correct what is wrong.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        CheckedRecord record = checked.record();
        if (record.burdenShare() == null || checked.insurerKind() == InsurerKind.ELDERLY) {
            return Optional.empty();
        }
        Set<BurdenShare> plausible = plausible(
                record.person().birthDate(), asOf(record, checked.context().today()));
        return STATEMENT.when(!plausible.contains(record.burdenShare()), FindingSeverity.NOTES);
    }

    private static Set<BurdenShare> plausible(LocalDate birthDate, LocalDate day) {
        if (day.isBefore(afterPreschool(birthDate))) {
            return EnumSet.of(BurdenShare.TWO_TENTHS);
        }
        return day.isBefore(fromSeventy(birthDate))
                ? EnumSet.of(BurdenShare.THREE_TENTHS)
                : EnumSet.of(BurdenShare.TWO_TENTHS, BurdenShare.THREE_TENTHS);
    }

    /** The first 1 April after the child is six; who is born on a 1 April is six on the day before. */
    private static LocalDate afterPreschool(LocalDate birthDate) {
        LocalDate six = Age.completed(birthDate, 6);
        LocalDate firstOfApril = LocalDate.of(six.getYear(), Month.APRIL, 1);
        return six.isBefore(firstOfApril) ? firstOfApril : firstOfApril.plusYears(1);
    }

    /** From the month after the one in which the person is 70; for who is born on a first that is the birthday's own. */
    private static LocalDate fromSeventy(LocalDate birthDate) {
        return Age.completed(birthDate, 70).withDayOfMonth(1).plusMonths(1);
    }

    /** The last day the share is for: today, the first day when that is to come, the last when that is over. */
    private static LocalDate asOf(CheckedRecord record, LocalDate today) {
        if (record.period().startsAfter(today)) {
            return record.acquired();
        }
        return record.period().lostBy(today) ? record.lost().minusDays(1) : today;
    }
}
