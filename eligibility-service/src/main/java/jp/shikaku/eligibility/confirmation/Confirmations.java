package jp.shikaku.eligibility.confirmation;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.confirmation.ConfirmationSummary;
import jp.shikaku.contracts.confirmation.ElectronicPrescription;
import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.PrescriptionPermission;
import jp.shikaku.contracts.confirmation.Shown;
import jp.shikaku.contracts.confirmation.ShownEnrolment;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.LookLog;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.coverage.CoverageStore;
import jp.shikaku.eligibility.prescription.PrescriptionRule;
import jp.shikaku.eligibility.sandbox.Sandbox;
import jp.shikaku.eligibility.verdict.Verdict;

/** Answers questions, and explains answers that were given. */
@ApplicationScoped
public class Confirmations {

    private final CoverageStore coverages;
    private final ConfirmationStore store;
    private final LookLog looks;
    private final Findings findings;
    private final Decisions decisions;
    private final Answers answers;
    private final Clock clock;
    private final AnswerDeadline deadline;
    private final Sandbox sandbox;
    private final ConfirmationMetrics metrics;

    Confirmations(
            CoverageStore coverages,
            ConfirmationStore store,
            LookLog looks,
            Findings findings,
            Decisions decisions,
            Answers answers,
            Clock clock,
            AnswerDeadline deadline,
            Sandbox sandbox,
            ConfirmationMetrics metrics) {
        this.coverages = coverages;
        this.store = store;
        this.looks = looks;
        this.findings = findings;
        this.decisions = decisions;
        this.answers = answers;
        this.clock = clock;
        this.deadline = deadline;
        this.sandbox = sandbox;
        this.metrics = metrics;
    }

    /** Answers {@code question} and keeps the answer. A repeated submission gets the first answer again. */
    public Uni<ConfirmationAnswer> confirm(
            InstitutionCode institution, Question question, Submission submission, Looker looker) {
        return inSandbox(
                question, metrics.counted(deadline.keep(looker, answer(institution, question, submission, looker))));
    }

    private <T> Uni<T> inSandbox(Question question, Uni<T> answer) {
        return question instanceof CardQuestion card ? sandbox.around(card.card(), answer) : answer;
    }

    private Uni<ConfirmationAnswer> answer(
            InstitutionCode institution, Question question, Submission submission, Looker looker) {
        return findings.atTheDesk(question, LookPurpose.CONFIRMATION, looker).flatMap(found -> {
            Decided decided = decisions.decide(institution, question, found, looker);
            return store.keep(decided, submission)
                    .flatMap(kept -> kept
                            ? Uni.createFrom().item(answers.of(decided))
                            : answerAgain(institution, submission, looker));
        });
    }

    /** One of the caller's own confirmations, as it was answered; details only as far as they may still be shown. */
    public Uni<ConfirmationAnswer> reread(InstitutionCode institution, ConfirmationNumber number, Looker looker) {
        return deadline.keep(looker, store.find(number).flatMap(found -> {
            Confirmation confirmation = found.filter(it -> it.institution().equals(institution))
                    .orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            return answerAgain(confirmation, looker);
        }));
    }

    /** One of the institution's own confirmations, without looking at anybody; empty when it has none of this number. */
    public Uni<Optional<Confirmation>> own(InstitutionCode institution, ConfirmationNumber number) {
        return store.find(number)
                .map(found -> found.filter(it -> it.institution().equals(institution)));
    }

    /**
     * How each would be answered now, for the day it was asked about. Tells nobody: whoever passes it on records a look
     * (R6).
     */
    public Uni<List<AnswerNow>> answersNow(SqlClient client, Collection<ConfirmationNumber> numbers) {
        return store.find(client, numbers).flatMap(confirmations -> findings.about(client, confirmations));
    }

    /**
     * How one of the caller's own confirmations would be answered now, under its number.
     *
     * @param known whether the caller has this answer already: then nothing of it is shown
     */
    public Uni<ConfirmationAnswer> recheck(
            InstitutionCode institution,
            ConfirmationNumber number,
            Looker looker,
            Predicate<ConfirmationAnswer> known) {
        return now(institution, number, LookPurpose.CONFIRMATION_RECHECK, looker, (confirmation, found) -> {
            Optional<Coverage> coverage = found.verdict().onCard();
            ConfirmationAnswer answer = answers.of(confirmation, coverage, Optional.ofNullable(found.certificate()));
            boolean shown = coverage.isPresent() && !known.test(answer);
            return looks.record(decisions.look(confirmation, LookPurpose.CONFIRMATION_RECHECK, looker, shown))
                    .replaceWith(answer);
        });
    }

    /** What may be done with an electronic prescription for one of the caller's own confirmations, now (R10). */
    Uni<ElectronicPrescription> prescription(InstitutionCode institution, ConfirmationNumber number, Looker looker) {
        return now(institution, number, LookPurpose.PRESCRIPTION, looker, (confirmation, found) -> {
            PrescriptionPermission permission = confirmation.permission();
            boolean allowed = permission.form() == PrescriptionForm.ELECTRONIC;
            return looks.record(decisions.look(confirmation, LookPurpose.PRESCRIPTION, looker, false))
                    .replaceWith(new ElectronicPrescription(
                            number,
                            JapanTime.wire(confirmation.askedAt()),
                            confirmation.question().asOf(),
                            allowed,
                            allowed,
                            allowed,
                            permission.form(),
                            permission.reason()));
        });
    }

    /** Asks the question of an earlier confirmation again, without making a new one of it. */
    private <T> Uni<T> now(
            InstitutionCode institution,
            ConfirmationNumber number,
            LookPurpose purpose,
            Looker looker,
            BiFunction<Confirmation, Found, Uni<T>> answer) {
        return deadline.keep(looker, own(institution, number).flatMap(earlier -> {
            Question question = earlier.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception)
                    .question();
            return inSandbox(
                    question,
                    findings.atTheDesk(question, purpose, looker)
                            .flatMap(found ->
                                    answer.apply(decisions.confirmation(number, institution, question, found), found)));
        }));
    }

    /** The caller's own confirmations, the latest first. To have listed them is to have looked (R6). */
    public Uni<List<ConfirmationSummary>> list(InstitutionCode institution, HistoryRequest request, Looker looker) {
        return deadline.keep(looker, store.list(institution, request).flatMap(found -> looks.record(found.stream()
                        .map(it -> decisions.look(it, LookPurpose.CONFIRMATION_RECHECK, looker, false))
                        .toList())
                .replaceWith(found.stream().map(Answers::summary).toList())));
    }

    /** What was shown, what would be shown now, and by which keys to go on asking. */
    Uni<ConfirmationStanding> standing(ConfirmationNumber number, Looker looker) {
        return deadline.keep(looker, store.find(number).flatMap(found -> {
            Confirmation confirmation = found.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            Question today = confirmation.question().on(JapanTime.today(clock));
            return findings.about(today).flatMap(now -> standing(confirmation, today, now, looker));
        }));
    }

    /** Whose record was shown, whether or not it still may be. */
    Uni<ShownEnrolment> shownEnrolment(ConfirmationNumber number, Looker looker) {
        return deadline.keep(looker, store.find(number).flatMap(found -> {
            Confirmation confirmation = found.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            return looks.record(decisions.look(confirmation, LookPurpose.MISLINK_REPORT, looker, false))
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
        Set<UUID> shown = confirmation.shownEnrolment().map(Set::of).orElse(Set.of());
        return findings.certificateOf(confirmation)
                .flatMap(certificate -> coverages.visible(shown).flatMap(visible -> {
                    Optional<Coverage> coverage = Decisions.stillShown(confirmation, visible, certificate);
                    return looks.record(decisions.look(
                                    confirmation, LookPurpose.CONFIRMATION_REREAD, looker, coverage.isPresent()))
                            .replaceWith(answers.of(confirmation, coverage, certificate));
                }));
    }

    private Uni<Optional<Coverage>> stillVisible(Confirmation confirmation) {
        return confirmation
                .shownEnrolment()
                .map(enrolment ->
                        coverages.visible(Set.of(enrolment)).map(visible -> Decisions.still(confirmation, visible)))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private Uni<ConfirmationStanding> standing(Confirmation confirmation, Question today, Found now, Looker looker) {
        Verdict verdict = now.verdict();
        // A card that finds nobody any more may have been corrected: then the coverage itself still tells the person.
        Uni<Optional<Coverage>> known = verdict instanceof Verdict.NotFound
                ? stillVisible(confirmation)
                : Uni.createFrom().item(verdict.onCard());
        return known.call(coverage -> looks.record(lookToday(confirmation, today, now, coverage, looker)))
                .map(coverage -> new ConfirmationStanding(
                        confirmation.number(),
                        JapanTime.wire(confirmation.askedAt()),
                        confirmation.shown(),
                        shown(today, verdict),
                        confirmation.subject(),
                        coverage.map(Coverage::personKey).or(now::person).orElse(null)));
    }

    private static Shown shown(Question question, Verdict verdict) {
        return new Shown(
                question.asOf(),
                verdict.validity(),
                verdict.validity().display(),
                PrescriptionRule.decide(verdict.validity(), Decisions.branchKnown(verdict)));
    }

    private LookRecord lookToday(
            Confirmation confirmation, Question today, Found now, Optional<Coverage> seen, Looker looker) {
        return new LookRecord(
                clock.instant(),
                looker,
                LookPurpose.CASEFILE,
                confirmation.number(),
                today.asOf(),
                now.verdict().validity(),
                Optional.ofNullable(confirmation.subject()),
                seen.map(Coverage::personKey).or(now::person).or(() -> Optional.ofNullable(confirmation.personKey())),
                seen.map(Coverage::enrolmentId).or(confirmation::shownEnrolment),
                false);
    }
}
