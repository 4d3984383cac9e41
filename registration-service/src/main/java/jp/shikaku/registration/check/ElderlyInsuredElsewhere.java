package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * A person of 75 who is insured elsewhere than in 後期高齢者医療, which takes everybody over on the 75th birthday (高齢者の医療の
 * 確保に関する法律50条, 52条). A coverage that begins then is held; one that goes on is noted, as only its end is missing.
 */
@SystemRule
final class ElderlyInsuredElsewhere implements CheckRule {

    private static final int TAKEN_OVER_AT = 75;

    private static final Statement STATEMENT = Statement.about(
                    "elderly-insured-elsewhere",
                    "75歳の誕生日以後は後期高齢者医療の被保険者となります。",
                    "From the 75th birthday a person belongs to the insurance of the elderly.",
                    "/birthDate",
                    "/acquired")
            .remedy(
                    "生年月日を確かめてください。正しければ、75歳の誕生日を資格喪失年月日として登録してください。",
                    "Check the birth date. If it is right, enter the 75th birthday as the date of loss.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        CheckedRecord record = checked.record();
        LocalDate birthday = Age.reached(record.person().birthDate(), TAKEN_OVER_AT);
        boolean beginsThen = !record.acquired().isBefore(birthday);
        boolean isDue = !birthday.isAfter(checked.context().today()) || record.lost() != null;
        boolean goesOn = isDue && !record.period().lostBy(birthday);
        if (checked.insurerKind() == InsurerKind.ELDERLY || !beginsThen && !goesOn) {
            return Optional.empty();
        }
        return Optional.of(STATEMENT.as(beginsThen ? checked.unlikely() : FindingSeverity.NOTES));
    }
}
