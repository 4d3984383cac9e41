package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import jp.shikaku.contracts.confirmation.AnswerNotice;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationSummary;
import jp.shikaku.contracts.confirmation.PatientShare;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.certificate.Certificate;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.desk.AnswerNotices;
import jp.shikaku.eligibility.desk.DeskGuide;
import jp.shikaku.eligibility.hotline.Hotline;

/** A confirmation in the words of the contract. */
@ApplicationScoped
class Answers {

    private static final String HOTLINE_HOURS = "/hotline/now";

    private final Hotline hotline;

    Answers(Hotline hotline) {
        this.hotline = hotline;
    }

    /** What was decided just now. */
    ConfirmationAnswer of(Decided decided) {
        Found found = decided.found();
        return of(decided.confirmation(), found.verdict().onCard(), Optional.ofNullable(found.certificate()));
    }

    /**
     * @param coverage as far as it may be shown
     * @param certificate as it is now, when it was asked by one
     */
    ConfirmationAnswer of(Confirmation confirmation, Optional<Coverage> coverage, Optional<Certificate> certificate) {
        Question question = confirmation.question();
        Validity validity = confirmation.validity();
        boolean valid = validity == Validity.VALID;
        ShownCoverage shown = coverage.map(Coverage::shown).orElse(null);
        boolean gone = shown == null && confirmation.shownEnrolment().isPresent();
        boolean byCertificate = question instanceof CertificateQuestion;
        LocalDate askedOn = JapanTime.dateOf(confirmation.askedAt());
        Optional<PatientShare> share = birthDate(question, shown).map(born -> DeskGuide.share(question.asOf(), born));
        return new ConfirmationAnswer(
                confirmation.number(),
                JapanTime.wire(confirmation.askedAt()),
                question.asOf(),
                validity,
                validity.display(),
                confirmation.permission(),
                MedicalInformation.allowed(
                        validity,
                        coverage,
                        certificate.filter(it -> it.hasExpiredBy(askedOn)).isPresent()),
                shown,
                DisplayGuide.pathFor(validity),
                question.correlationId(),
                valid && !gone ? endOfDay(askedOn) : null,
                valid ? null : DeskGuide.reason(validity, question.asOf(), shown, byCertificate),
                notices(confirmation, shown, gone, certificate),
                DeskGuide.steps(validity, share, byCertificate),
                valid ? null : share.orElse(null),
                valid ? null : hotline.now().orElse(null),
                valid ? null : HOTLINE_HOURS);
    }

    /** Nothing tells how old the holder of a certificate is but a coverage. */
    private static Optional<LocalDate> birthDate(Question question, ShownCoverage shown) {
        return question instanceof CardQuestion card
                ? Optional.of(card.birthDate())
                : Optional.ofNullable(shown).map(ShownCoverage::birthDate);
    }

    private static List<AnswerNotice> notices(
            Confirmation confirmation, ShownCoverage shown, boolean gone, Optional<Certificate> certificate) {
        LocalDate day = confirmation.question().asOf();
        if (gone) {
            return List.of(AnswerNotices.gone(day));
        }
        List<AnswerNotice> notices = new ArrayList<>();
        if (confirmation.validity() == Validity.VALID && shown != null) {
            notices.addAll(AnswerNotices.of(shown, day));
        }
        certificate
                .flatMap(it -> AnswerNotices.ofCertificate(it, JapanTime.dateOf(confirmation.askedAt())))
                .ifPresent(notices::add);
        return notices;
    }

    private static OffsetDateTime endOfDay(LocalDate day) {
        return JapanTime.wire(day.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant());
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
