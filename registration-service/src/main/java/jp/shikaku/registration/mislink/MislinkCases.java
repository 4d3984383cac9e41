package jp.shikaku.registration.mislink;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.mislink.MislinkCase;
import jp.shikaku.contracts.mislink.MislinkDecision;
import jp.shikaku.contracts.mislink.MislinkState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.enrolment.CoverageDisplay;
import jp.shikaku.registration.enrolment.LinkedRecords;
import jp.shikaku.registration.hold.Holds;
import jp.shikaku.registration.hold.Holds.Withdrawal;
import jp.shikaku.registration.linkage.Linkage;

/** Where an insurer finds out what a wrong link has done, and ends it. */
@ApplicationScoped
class MislinkCases {

    private final Pool pool;
    private final MislinkStore store;
    private final Eligibility eligibility;
    private final LinkedRecords records;
    private final CoverageDisplay display;
    private final Holds holds;
    private final Linkage linkage;
    private final Clock clock;

    MislinkCases(
            Pool pool,
            MislinkStore store,
            Eligibility eligibility,
            LinkedRecords records,
            CoverageDisplay display,
            Holds holds,
            Linkage linkage,
            Clock clock) {
        this.pool = pool;
        this.store = store;
        this.eligibility = eligibility;
        this.records = records;
        this.display = display;
        this.holds = holds;
        this.linkage = linkage;
        this.clock = clock;
    }

    /**
     * @param insurer empty for an operator
     * @param state {@code null} for all
     * @param enrolmentId {@code null} for all
     */
    Uni<Page<MislinkCase>> list(
            Optional<InsurerNumber> insurer, MislinkState state, UUID enrolmentId, PageRequest page) {
        return store.list(pool, insurer, state, enrolmentId, page)
                .map(found -> page.toPage(found, mislink -> mislink.id().toString()));
    }

    /** With its reports. */
    Uni<MislinkCase> find(Optional<InsurerNumber> insurer, UUID id) {
        return known(insurer, id).flatMap(mislink -> store.reports(pool, id).map(mislink::with));
    }

    /** Every look at the record since it was given out, from eligibility's own record of looks. */
    Uni<Page<Look>> looks(Optional<InsurerNumber> insurer, UUID id, PageRequest page, String requestId) {
        return known(insurer, id).flatMap(mislink -> store.givenOutSince(pool, id)
                .flatMap(since ->
                        eligibility.looks(mislink.enrolmentId(), since, mislink.insurerNumber(), page, requestId)));
    }

    /**
     * Of two decisions at once the first counts; the other is told that it came late.
     *
     * @param decidedBy the person who decides
     */
    Uni<MislinkCase> decide(InsurerNumber insurer, UUID id, MislinkVerdict verdict, String decidedBy) {
        return known(Optional.of(insurer), id)
                .invoke(mislink -> refuseUnlessOpen(mislink.state() == MislinkState.OPEN))
                .flatMap(mislink -> pool.withTransaction(
                        transaction -> carryOut(transaction, mislink.enrolmentId(), verdict, decidedBy)
                                .flatMap(done -> store.decide(transaction, id, verdict, decidedBy, clock.instant()))
                                .invoke(MislinkCases::refuseUnlessOpen)))
                .invoke(linkage::sendNow)
                .flatMap(decided -> find(Optional.of(insurer), id));
    }

    private static void refuseUnlessOpen(boolean wasOpen) {
        if (!wasOpen) {
            throw ProblemType.MISLINK_ALREADY_DECIDED.exception(); // and the transaction is rolled back
        }
    }

    private Uni<Void> carryOut(SqlConnection transaction, UUID enrolmentId, MislinkVerdict verdict, String decidedBy) {
        List<UUID> ids = List.of(enrolmentId);
        if (verdict.decision() == MislinkDecision.WITHDRAW) {
            return display.withdraw(transaction, ids)
                    .flatMap(withdrawn -> holds.withdrawn(
                            transaction,
                            List.of(new Withdrawal(enrolmentId, verdict.reasonCode(), verdict.reason())),
                            decidedBy));
        }
        return display.reinstate(transaction, ids)
                .flatMap(reinstated -> records.find(transaction, enrolmentId))
                .invoke(record -> {
                    if (record.orElseThrow().withdrawn()) {
                        throw ProblemType.ENROLMENT_WITHDRAWN.exception();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<MislinkCase> known(Optional<InsurerNumber> insurer, UUID id) {
        return store.find(pool, insurer, id).map(found -> found.orElseThrow(ProblemType.MISLINK_NOT_FOUND::exception));
    }
}
