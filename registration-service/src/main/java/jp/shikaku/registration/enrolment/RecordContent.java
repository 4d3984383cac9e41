package jp.shikaku.registration.enrolment;

import java.time.LocalDate;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.individual.FiveItems;

/**
 * What one version of an enrolment says.
 *
 * @param burdenShare {@code null} when not entered
 * @param lost first day without coverage; {@code null} while none is known
 * @param lossReason {@code null} unless {@code lost} is there
 */
record RecordContent(
        PersonKey personKey,
        CardEntry card,
        FiveItems person,
        PersonDetails details,
        FamilyRelation relation,
        BurdenShare burdenShare,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason) {

    /**
     * Whether nothing but the loss is new. What was cleared before is not compared again then: a loss must reach the
     * clinics also when the person has moved or married meanwhile.
     */
    boolean differsAtMostInLossFrom(RecordContent cleared) {
        return withoutLoss().equals(cleared.withoutLoss());
    }

    private RecordContent withoutLoss() {
        return new RecordContent(personKey, card, person, details, relation, burdenShare, acquired, null, null);
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "RecordContent[]";
    }
}
