package jp.shikaku.eligibility.confirmation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.prescription.PrescriptionRule;
import jp.shikaku.eligibility.verdict.Verdict;
import jp.shikaku.eligibility.verdict.VerdictRule;

/** What a question and the coverages found for it come to, asked alone or among thousands. */
@ApplicationScoped
class Decisions {

    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Decisions(Clock clock) {
        this.clock = clock;
    }

    /** @param holders every visible coverage of everybody who could be meant */
    Decided decide(
            InstitutionCode institution, Question question, SubjectKey subject, List<Coverage> holders, Looker looker) {
        Verdict verdict = verdict(question, holders);
        Confirmation confirmation =
                confirmation(ConfirmationNumber.next(random), institution, question, subject, verdict);
        boolean shown = verdict.onCard().isPresent();
        return new Decided(confirmation, verdict, look(confirmation, LookPurpose.CONFIRMATION, looker, shown));
    }

    static Verdict verdict(Question question, List<Coverage> holders) {
        return VerdictRule.decide(question.card(), question.birthDate(), question.asOf(), holders);
    }

    static boolean branchKnown(Verdict verdict) {
        return verdict.onCard().flatMap(coverage -> coverage.card().branch()).isPresent();
    }

    /** The coverage that was shown, unless it may not be shown any more or has become another person's. */
    static Optional<Coverage> still(Confirmation confirmation, Map<UUID, Coverage> visible) {
        return confirmation.shownEnrolment().map(visible::get).filter(coverage -> coverage.personKey()
                .equals(confirmation.personKey()));
    }

    /** The same, if it is still the coverage of the card that was asked about. */
    static Optional<Coverage> stillOnCard(Confirmation confirmation, Map<UUID, Coverage> visible) {
        Question asked = confirmation.question();
        return still(confirmation, visible).filter(it -> it.isOn(asked.card(), asked.birthDate()));
    }

    LookRecord look(Confirmation confirmation, LookPurpose purpose, Looker looker, boolean coverageShown) {
        return new LookRecord(
                clock.instant(),
                looker,
                purpose,
                confirmation.number(),
                confirmation.question().asOf(),
                confirmation.validity(),
                confirmation.subject(),
                Optional.ofNullable(confirmation.personKey()),
                confirmation.shownEnrolment(),
                coverageShown);
    }

    /** What {@code number} says when its question is answered so. */
    Confirmation confirmation(
            ConfirmationNumber number,
            InstitutionCode institution,
            Question question,
            SubjectKey subject,
            Verdict verdict) {
        Optional<Coverage> onCard = verdict.onCard();
        return new Confirmation(
                number,
                institution,
                clock.instant(),
                question,
                subject,
                verdict.validity(),
                PrescriptionRule.decide(verdict.validity(), branchKnown(verdict))
                        .form(),
                onCard.map(Coverage::personKey).orElse(null),
                onCard.map(Coverage::enrolmentId).orElse(null));
    }
}
