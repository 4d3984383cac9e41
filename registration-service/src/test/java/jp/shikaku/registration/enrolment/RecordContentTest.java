package jp.shikaku.registration.enrolment;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.registration.individual.FiveItems;

import static org.assertj.core.api.Assertions.assertThat;

class RecordContentTest {

    private static final LocalDate LOST = LocalDate.of(2026, 5, 1);
    private static final RecordContent CLEARED = content("東京都千代田区霞が関1-2-3", "4567", null, null);

    @Test
    void aLossAloneIsOnlyALoss() {
        assertThat(content("東京都千代田区霞が関1-2-3", "4567", LOST, LossReason.OTHER).differsAtMostInLossFrom(CLEARED))
                .isTrue();
        assertThat(CLEARED.differsAtMostInLossFrom(content("東京都千代田区霞が関1-2-3", "4567", LOST, null)))
                .isTrue();
    }

    @Test
    void aLossWithAnythingElseIsMore() {
        assertThat(content("東京都千代田区永田町1-2-3", "4567", LOST, null).differsAtMostInLossFrom(CLEARED))
                .isFalse();
        assertThat(content("東京都千代田区霞が関1-2-3", "4568", LOST, null).differsAtMostInLossFrom(CLEARED))
                .isFalse();
    }

    @Test
    void aRecordNamesNobodyWhenPrinted() {
        assertThat(CLEARED.toString()).doesNotContain("花子", "4567", "霞が関");
        assertThat(CLEARED.person().toString()).doesNotContain("花子", "1990");
    }

    private static RecordContent content(String address, String number, LocalDate lost, LossReason reason) {
        return new RecordContent(
                PersonKey.of(IndividualNumber.of("123456789018"), new byte[32]),
                new CardEntry("１２３", number, "00", CardClass.GENERAL, null, null, null),
                new FiveItems("髙橋 花子", "タカハシ ハナコ", LocalDate.of(1990, 1, 15), Sex.FEMALE, address),
                new PersonDetails(null, null, null, null),
                FamilyRelation.INSURED_PERSON,
                null,
                LocalDate.of(2026, 4, 1),
                lost,
                reason);
    }
}
