package jp.shikaku.eligibility.confirmation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.confirmation.Shown;
import jp.shikaku.contracts.confirmation.ShownEnrolment;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.LookLog;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.coverage.CoverageStore;
import jp.shikaku.eligibility.coverage.SubjectKeys;
import jp.shikaku.eligibility.prescription.PrescriptionRule;
import jp.shikaku.eligibility.verdict.Verdict;
import jp.shikaku.eligibility.verdict.VerdictRule;
import jp.shikaku.kit.problem.Outage;

/** Answers questions, and explains answers that were given. */
@ApplicationScoped
public class Confirmations {

    private static final Logger LOG = Logger.getLogger(Confirmations.class);
    private static final int FRAMES = 12;

    private final CoverageStore coverages;
    private final ConfirmationStore store;
    private final LookLog looks;
    private final SubjectKeys subjectKeys;
    private final Clock clock;
    private final Duration answerWithin;
    private final RandomGenerator random = new SecureRandom();

    Confirmations(
            CoverageStore coverages,
            ConfirmationStore store,
            LookLog looks,
            SubjectKeys subjectKeys,
            Clock clock,
            @ConfigProperty(name = "shikaku.confirmation.answer-within") Duration answerWithin) {
        this.coverages = coverages;
        this.store = store;
        this.looks = looks;
        this.subjectKeys = subjectKeys;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    /** Answers {@code question} and keeps the answer. A repeated submission gets the first answer again. */
    public Uni<ConfirmationAnswer> confirm(
            InstitutionCode institution, Question question, Submission submission, Looker looker) {
        SubjectKey subject = subjectKeys.of(question.card());
        return orUndetermined(
                looker, coverages.ofHolders(subject, question.birthDate()).flatMap(holders -> {
                    Verdict verdict = decide(question, holders);
                    Confirmation confirmation = confirmation(institution, question, subject, verdict);
                    LookRecord look = look(
                            confirmation,
                            LookPurpose.CONFIRMATION,
                            looker,
                            verdict.onCard().isPresent());
                    return store.keep(confirmation, look, submission)
                            .flatMap(kept -> kept
                                    ? Uni.createFrom().item(answer(confirmation, verdict.onCard()))
                                    : answerAgain(institution, submission, looker));
                }));
    }

    /** One of the caller's own confirmations, as it was answered; details only as far as they may still be shown. */
    public Uni<ConfirmationAnswer> reread(InstitutionCode institution, ConfirmationNumber number, Looker looker) {
        return orUndetermined(looker, store.find(number).flatMap(found -> {
            Confirmation confirmation = found.filter(it -> it.institution().equals(institution))
                    .orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            return answerAgain(confirmation, looker);
        }));
    }

    /** What was shown, what would be shown now, and by which keys to go on asking. */
    Uni<ConfirmationStanding> standing(ConfirmationNumber number, Looker looker) {
        return orUndetermined(looker, store.find(number).flatMap(found -> {
            Confirmation confirmation = found.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            Question today = confirmation.question().on(JapanTime.today(clock));
            return coverages
                    .ofHolders(confirmation.subject(), today.birthDate())
                    .map(holders -> decide(today, holders))
                    .flatMap(verdict -> standing(confirmation, today, verdict, looker));
        }));
    }

    /** Whose record was shown, whether or not it still may be. */
    Uni<ShownEnrolment> shownEnrolment(ConfirmationNumber number, Looker looker) {
        return orUndetermined(looker, store.find(number).flatMap(found -> {
            Confirmation confirmation = found.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            return looks.record(look(confirmation, LookPurpose.MISLINK_REPORT, looker, false))
                    .replaceWith(new ShownEnrolment(
                            confirmation.number(),
                            confirmation.institution(),
                            JapanTime.wire(confirmation.askedAt()),
                            confirmation.enrolmentId()));
        }));
    }

    private Uni<ConfirmationAnswer> answerAgain(InstitutionCode institution, Submission submission, Looker looker) {
        return store.findByKey(institution, submission.idempotencyKey()).flatMap(found -> {
            ConfirmationStore.Earlier earlier = found.orElseThrow(
                    () -> new IllegalStateException("a key refused as used must belong to a confirmation"));
            if (!Arrays.equals(earlier.fingerprint(), submission.fingerprint())) {
                throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
            }
            return answerAgain(earlier.confirmation(), looker);
        });
    }

    private Uni<ConfirmationAnswer> answerAgain(Confirmation confirmation, Looker looker) {
        Question asked = confirmation.question();
        return stillVisible(confirmation)
                .map(coverage -> coverage.filter(it -> it.isOn(asked.card(), asked.birthDate())))
                .call(coverage ->
                        looks.record(look(confirmation, LookPurpose.CONFIRMATION_REREAD, looker, coverage.isPresent())))
                .map(coverage -> answer(confirmation, coverage));
    }

    /** The coverage that was shown, unless it may not be shown any more or has become another person's. */
    private Uni<Optional<Coverage>> stillVisible(Confirmation confirmation) {
        return confirmation
                .shownEnrolment()
                .map(coverages::visible)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(coverage -> coverage.filter(it -> it.personKey().equals(confirmation.personKey())));
    }

    private static Verdict decide(Question question, List<Coverage> holders) {
        return VerdictRule.decide(question.card(), question.birthDate(), question.asOf(), holders);
    }

    private Confirmation confirmation(
            InstitutionCode institution, Question question, SubjectKey subject, Verdict verdict) {
        Optional<Coverage> onCard = verdict.onCard();
        return new Confirmation(
                ConfirmationNumber.next(random),
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

    private static ConfirmationAnswer answer(Confirmation confirmation, Optional<Coverage> coverage) {
        return new ConfirmationAnswer(
                confirmation.number(),
                JapanTime.wire(confirmation.askedAt()),
                confirmation.question().asOf(),
                confirmation.validity(),
                confirmation.validity().display(),
                confirmation.permission(),
                MedicalInformation.allowed(confirmation.validity(), coverage),
                coverage.map(Coverage::shown).orElse(null),
                DisplayGuide.pathFor(confirmation.validity()),
                confirmation.question().correlationId());
    }

    private Uni<ConfirmationStanding> standing(
            Confirmation confirmation, Question today, Verdict verdict, Looker looker) {
        // A card that finds nobody any more may have been corrected: then the coverage itself still tells the person.
        Uni<Optional<Coverage>> known = verdict instanceof Verdict.NotFound
                ? stillVisible(confirmation)
                : Uni.createFrom().item(verdict.onCard());
        return known.call(coverage -> looks.record(lookToday(confirmation, today, verdict, coverage, looker)))
                .map(coverage -> new ConfirmationStanding(
                        confirmation.number(),
                        JapanTime.wire(confirmation.askedAt()),
                        confirmation.shown(),
                        shown(today, verdict),
                        confirmation.subject(),
                        coverage.map(Coverage::personKey).orElse(null)));
    }

    private static Shown shown(Question question, Verdict verdict) {
        return new Shown(
                question.asOf(),
                verdict.validity(),
                verdict.validity().display(),
                PrescriptionRule.decide(verdict.validity(), branchKnown(verdict)));
    }

    private static boolean branchKnown(Verdict verdict) {
        return verdict.onCard().flatMap(coverage -> coverage.card().branch()).isPresent();
    }

    private LookRecord lookToday(
            Confirmation confirmation, Question today, Verdict verdict, Optional<Coverage> seen, Looker looker) {
        return new LookRecord(
                clock.instant(),
                looker,
                LookPurpose.CASEFILE,
                confirmation.number(),
                today.asOf(),
                verdict.validity(),
                confirmation.subject(),
                seen.map(Coverage::personKey).or(() -> Optional.ofNullable(confirmation.personKey())),
                seen.map(Coverage::enrolmentId).or(confirmation::shownEnrolment),
                false);
    }

    private LookRecord look(Confirmation confirmation, LookPurpose purpose, Looker looker, boolean coverageShown) {
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

    /** Whatever keeps us from knowing is told as "undetermined", in time, and never as "no information" (R3). */
    private <T> Uni<T> orUndetermined(Looker looker, Uni<T> answer) {
        return answer.ifNoItem()
                .after(answerWithin)
                .fail()
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> {
                    log(looker.requestId(), failure);
                    return ProblemType.UNDETERMINED.exception();
                });
    }

    /** By type and place, never by message: a database quotes the row it refused (R1). */
    private static void log(String requestId, Throwable failure) {
        if (Outage.isOutage(failure)) {
            LOG.warnf(
                    "request %s is undetermined: %s",
                    requestId, failure.getClass().getName());
        } else {
            LOG.errorf(
                    "request %s is undetermined, by a fault of ours: %s at %s",
                    requestId,
                    failure.getClass().getName(),
                    Stream.of(failure.getStackTrace()).limit(FRAMES).toList());
        }
    }
}
