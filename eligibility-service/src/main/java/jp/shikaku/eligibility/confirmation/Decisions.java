package jp.shikaku.eligibility.confirmation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.certificate.Certificate;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.prescription.PrescriptionRule;
import jp.shikaku.eligibility.verdict.Verdict;

/** What a question and the coverages found for it come to, asked alone or among thousands. */
@ApplicationScoped
class Decisions {

    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Decisions(Clock clock) {
        this.clock = clock;
    }

    Decided decide(InstitutionCode institution, Question question, Found found, Looker looker) {
        Confirmation confirmation = confirmation(ConfirmationNumber.next(random), institution, question, found);
        boolean shown = found.verdict().onCard().isPresent();
        return new Decided(confirmation, found, look(confirmation, LookPurpose.CONFIRMATION, looker, shown));
    }

    static boolean branchKnown(Verdict verdict) {
        return verdict.onCard().flatMap(coverage -> coverage.card().branch()).isPresent();
    }

    /** The coverage that was shown, unless it may not be shown any more or has become another person's. */
    static Optional<Coverage> still(Confirmation confirmation, Map<UUID, Coverage> visible) {
        return confirmation.shownEnrolment().map(visible::get).filter(coverage -> coverage.personKey()
                .equals(confirmation.personKey()));
    }

    /**
     * The same, if it is still the coverage of what was asked by: on that card, or of the person whose certificate it is.
     *
     * @param certificate as it is now, when the confirmation was asked by one
     */
    static Optional<Coverage> stillShown(
            Confirmation confirmation, Map<UUID, Coverage> visible, Optional<Certificate> certificate) {
        return still(confirmation, visible)
                .filter(it -> confirmation.question() instanceof CardQuestion asked
                        ? it.isOn(asked.card(), asked.birthDate())
                        : certificate
                                .filter(now -> now.person().equals(it.personKey()))
                                .isPresent());
    }

    LookRecord look(Confirmation confirmation, LookPurpose purpose, Looker looker, boolean coverageShown) {
        return new LookRecord(
                clock.instant(),
                looker,
                purpose,
                confirmation.number(),
                confirmation.question().asOf(),
                confirmation.validity(),
                Optional.ofNullable(confirmation.subject()),
                Optional.ofNullable(confirmation.personKey()),
                confirmation.shownEnrolment(),
                coverageShown);
    }

    /** What {@code number} says when its question is answered so. */
    Confirmation confirmation(ConfirmationNumber number, InstitutionCode institution, Question question, Found found) {
        Verdict verdict = found.verdict();
        return new Confirmation(
                number,
                institution,
                clock.instant(),
                question,
                found.subject(),
                verdict.validity(),
                PrescriptionRule.decide(verdict.validity(), branchKnown(verdict))
                        .form(),
                found.person().orElse(null),
                verdict.onCard().map(Coverage::enrolmentId).orElse(null));
    }
}
