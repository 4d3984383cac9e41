package jp.shikaku.eligibility.reception;

import java.util.List;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.DeskStep;
import jp.shikaku.contracts.confirmation.DeskStep.StepCode;
import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * An answer as the desk reads it.
 *
 * @param now whether this is how it would be answered now, and not how it was answered
 */
public record AnswerView(ConfirmationAnswer answer, boolean now) {

    public String number() {
        return answer.confirmationNumber().display();
    }

    public boolean valid() {
        return answer.validity() == Validity.VALID;
    }

    public boolean electronic() {
        return answer.prescription().form() == PrescriptionForm.ELECTRONIC;
    }

    /** What to do, in order. To be told of a change is a button here, and not a step. */
    public List<DeskStep> steps() {
        return answer.deskSteps().stream()
                .filter(step -> step.code() != StepCode.WATCH)
                .toList();
    }

    public boolean needsDeclaration() {
        return answer.deskSteps().stream().anyMatch(step -> step.code() == StepCode.DECLARATION);
    }

    public LocalizedText sex() {
        ShownCoverage coverage = answer.coverage();
        Sex sex = coverage.sexOnCard() == null ? coverage.sex() : coverage.sexOnCard();
        return switch (sex) {
            case MALE -> new LocalizedText("男", "Male");
            case FEMALE -> new LocalizedText("女", "Female");
            case NOT_SET -> new LocalizedText("表示なし", "Not shown");
        };
    }

    public LocalizedText relation() {
        return answer.coverage().relation() == FamilyRelation.FAMILY
                ? new LocalizedText("家族（被扶養者）", "Dependant")
                : new LocalizedText("本人（被保険者）", "Insured person");
    }

    /** What the patient pays, or that the insurer has not said. */
    public LocalizedText share() {
        if (answer.coverage().cardClass() == CardClass.SPECIAL_CARE_COST) {
            return new LocalizedText("10割（特別療養費）", "100 %, paid back later");
        }
        BurdenShare share = answer.coverage().burdenShare();
        if (share == null) {
            return new LocalizedText("保険者からの登録なし", "Not given by the insurer");
        }
        return switch (share) {
            case ONE_TENTH -> new LocalizedText("1割", "10 %");
            case TWO_TENTHS -> new LocalizedText("2割", "20 %");
            case THREE_TENTHS -> new LocalizedText("3割", "30 %");
        };
    }
}
