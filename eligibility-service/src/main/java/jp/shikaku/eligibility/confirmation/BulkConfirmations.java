package jp.shikaku.eligibility.confirmation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.eligibility.audit.LookLog;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.certificate.Certificate;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.coverage.CoverageStore;

/**
 * Answers some hundred questions of one institution together, each as if it had been asked alone: by the same rule, with
 * the same records, but in as many statements as for one. On connections of its own, so that whoever waits at a desk
 * notices nothing.
 */
@ApplicationScoped
public class BulkConfirmations {

    private final Pool pool;
    private final CoverageStore coverages;
    private final ConfirmationStore store;
    private final LookLog looks;
    private final Findings findings;
    private final Decisions decisions;
    private final Answers answers;
    private final AnswerDeadline deadline;

    BulkConfirmations(
            @ReactiveDataSource("bulk") Pool pool,
            CoverageStore coverages,
            ConfirmationStore store,
            LookLog looks,
            Findings findings,
            Decisions decisions,
            Answers answers,
            AnswerDeadline deadline) {
        this.pool = pool;
        this.coverages = coverages;
        this.store = store;
        this.looks = looks;
        this.findings = findings;
        this.decisions = decisions;
        this.answers = answers;
        this.deadline = deadline;
    }

    /** Decides {@code questions}, in their order. Nobody is told anything before {@link #keep}. */
    public Uni<List<BulkFinding>> decide(InstitutionCode institution, List<Question> questions, Looker looker) {
        return findings.sought(pool, questions).map(sought -> IntStream.range(0, questions.size())
                .mapToObj(i -> finding(institution, questions.get(i), sought.get(i), looker))
                .toList());
    }

    private BulkFinding finding(InstitutionCode institution, Question question, Sought sought, Looker looker) {
        return sought instanceof Sought.Known known
                ? new BulkFinding.Answerable(decisions.decide(institution, question, known.found(), looker))
                : unusable((Sought.Unusable) sought);
    }

    private static BulkFinding unusable(Sought.Unusable sought) {
        return new BulkFinding.Unusable(sought.reason(), sought.holder());
    }

    /**
     * Keeps what was decided, and its looks (R6): also that a certificate which cannot be used was known is something about
     * its holder. They are durable once {@code transaction} is committed.
     */
    public Uni<Void> keep(SqlConnection transaction, List<BulkFinding> findings, Looker looker) {
        List<Decided> decided = findings.stream()
                .flatMap(it -> it instanceof BulkFinding.Answerable answerable
                        ? Stream.of(answerable.decided())
                        : Stream.empty())
                .toList();
        List<PersonKey> holders = findings.stream()
                .flatMap(it -> it instanceof BulkFinding.Unusable unusable
                        ? Stream.ofNullable(unusable.holder())
                        : Stream.empty())
                .toList();
        return store.keep(transaction, decided)
                .chain(() -> looks.record(
                        transaction, decided.stream().map(Decided::look).toList()))
                .chain(() -> looks.recordWithoutAnswer(transaction, looker, LookPurpose.CONFIRMATION, holders));
    }

    /**
     * Some of the caller's own confirmations, as they were answered; details only as far as they may still be shown. What
     * is not one of the caller's own is left out. Fails with {@code undetermined} when that cannot be found out.
     */
    public Uni<Map<ConfirmationNumber, ConfirmationAnswer>> reread(
            InstitutionCode institution, List<ConfirmationNumber> numbers, Looker looker) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return deadline.orUndetermined(
                looker,
                store.find(pool, numbers)
                        .map(found -> found.stream()
                                .filter(it -> it.institution().equals(institution))
                                .toList())
                        .flatMap(confirmations -> tellAgain(confirmations, looker)));
    }

    private Uni<Map<ConfirmationNumber, ConfirmationAnswer>> tellAgain(
            List<Confirmation> confirmations, Looker looker) {
        Set<UUID> shown = confirmations.stream()
                .flatMap(confirmation -> confirmation.shownEnrolment().stream())
                .collect(Collectors.toUnmodifiableSet());
        return findings.certificatesOf(pool, confirmations)
                .flatMap(certificates -> coverages.visible(pool, shown).flatMap(visible -> {
                    List<LookRecord> records = new ArrayList<>(confirmations.size());
                    Map<ConfirmationNumber, ConfirmationAnswer> told = new HashMap<>();
                    for (Confirmation confirmation : confirmations) {
                        Optional<Certificate> certificate =
                                Findings.key(confirmation).map(certificates::get);
                        Optional<Coverage> coverage = Decisions.stillShown(confirmation, visible, certificate);
                        records.add(decisions.look(
                                confirmation, LookPurpose.CONFIRMATION_REREAD, looker, coverage.isPresent()));
                        told.put(confirmation.number(), answers.of(confirmation, coverage, certificate));
                    }
                    return looks.record(pool, records).replaceWith(told);
                }));
    }
}
