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

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.audit.LookLog;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.coverage.CardHolder;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.coverage.CoverageStore;
import jp.shikaku.eligibility.coverage.SubjectKeys;

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
    private final SubjectKeys subjectKeys;
    private final Decisions decisions;
    private final Answers answers;
    private final AnswerDeadline deadline;

    BulkConfirmations(
            @ReactiveDataSource("bulk") Pool pool,
            CoverageStore coverages,
            ConfirmationStore store,
            LookLog looks,
            SubjectKeys subjectKeys,
            Decisions decisions,
            Answers answers,
            AnswerDeadline deadline) {
        this.pool = pool;
        this.coverages = coverages;
        this.store = store;
        this.looks = looks;
        this.subjectKeys = subjectKeys;
        this.decisions = decisions;
        this.answers = answers;
        this.deadline = deadline;
    }

    /** Decides {@code questions}, in their order. Nobody is told anything before {@link #keep}. */
    public Uni<List<Decided>> decide(InstitutionCode institution, List<CardQuestion> questions, Looker looker) {
        List<SubjectKey> subjects = questions.stream()
                .map(question -> subjectKeys.of(question.card()))
                .toList();
        List<CardHolder> asked = IntStream.range(0, questions.size())
                .mapToObj(i -> new CardHolder(subjects.get(i), questions.get(i).birthDate()))
                .toList();
        return coverages
                .ofHolders(pool, asked)
                .map(holders -> decide(institution, questions, subjects, holders, looker));
    }

    private List<Decided> decide(
            InstitutionCode institution,
            List<CardQuestion> questions,
            List<SubjectKey> subjects,
            Map<CardHolder, List<Coverage>> holders,
            Looker looker) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> {
                    CardQuestion question = questions.get(i);
                    List<Coverage> found = holders.get(new CardHolder(subjects.get(i), question.birthDate()));
                    return decisions.decide(
                            institution, question, Findings.byCard(question, subjects.get(i), found), looker);
                })
                .toList();
    }

    /** Keeps what was decided, and its looks (R6); they are durable once {@code transaction} is committed. */
    public Uni<Void> keep(SqlConnection transaction, List<Decided> decided) {
        return store.keep(transaction, decided)
                .chain(() -> looks.record(
                        transaction, decided.stream().map(Decided::look).toList()));
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
        return coverages.visible(pool, shown).flatMap(visible -> {
            List<LookRecord> records = new ArrayList<>(confirmations.size());
            Map<ConfirmationNumber, ConfirmationAnswer> told = new HashMap<>();
            for (Confirmation confirmation : confirmations) {
                // Batches ask by card alone: no certificate has to be looked up.
                Optional<Coverage> coverage = Decisions.stillShown(confirmation, visible, Optional.empty());
                records.add(
                        decisions.look(confirmation, LookPurpose.CONFIRMATION_REREAD, looker, coverage.isPresent()));
                told.put(confirmation.number(), answers.of(confirmation, coverage, Optional.empty()));
            }
            return looks.record(pool, records).replaceWith(told);
        });
    }
}
