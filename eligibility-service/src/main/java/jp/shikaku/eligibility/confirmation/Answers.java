package jp.shikaku.eligibility.confirmation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.confirmation.AnswerNotice;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationSummary;
import jp.shikaku.contracts.confirmation.PatientShare;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.desk.AnswerNotices;
import jp.shikaku.eligibility.desk.DeskGuide;

/** A confirmation in the words of the contract. */
final class Answers {

    private static final String HOTLINE_HOURS = "/hotline/now";

    private Answers() {}

    /** @param coverage as far as it may be shown */
    static ConfirmationAnswer of(Confirmation confirmation, Optional<Coverage> coverage) {
        Question question = confirmation.question();
        Validity validity = confirmation.validity();
        boolean valid = validity == Validity.VALID;
        ShownCoverage shown = coverage.map(Coverage::shown).orElse(null);
        boolean gone = shown == null && confirmation.shownEnrolment().isPresent();
        PatientShare share = DeskGuide.share(question.asOf(), question.birthDate());
        return new ConfirmationAnswer(
                confirmation.number(),
                JapanTime.wire(confirmation.askedAt()),
                question.asOf(),
                validity,
                validity.display(),
                confirmation.permission(),
                MedicalInformation.allowed(validity, coverage),
                shown,
                DisplayGuide.pathFor(validity),
                question.correlationId(),
                valid && !gone ? endOfDay(confirmation) : null,
                valid ? null : DeskGuide.reason(validity, question.asOf(), shown),
                gone ? List.of(AnswerNotices.gone(question.asOf())) : notices(valid, shown, question),
                DeskGuide.steps(validity, share),
                valid ? null : share,
                valid ? null : HOTLINE_HOURS);
    }

    private static List<AnswerNotice> notices(boolean valid, ShownCoverage shown, Question question) {
        return valid && shown != null ? AnswerNotices.of(shown, question.asOf()) : List.of();
    }

    private static OffsetDateTime endOfDay(Confirmation confirmation) {
        return JapanTime.wire(JapanTime.dateOf(confirmation.askedAt())
                .plusDays(1)
                .atStartOfDay(JapanTime.ZONE)
                .toInstant());
    }

    static ConfirmationSummary summary(Confirmation confirmation) {
        return new ConfirmationSummary(
                confirmation.number(),
                JapanTime.wire(confirmation.askedAt()),
                confirmation.question().asOf(),
                confirmation.validity(),
                confirmation.question().correlationId());
    }
}
