package jp.shikaku.registration.hold;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.hold.HoldDecision;
import jp.shikaku.contracts.hold.HoldOutcome;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.registration.hold.HoldStore.NamedHold;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;
import jp.shikaku.registration.hold.Holds.Withdrawal;

/** Carries decisions of one insurer out, one or hundreds by the same few statements, in the caller's transaction. */
@ApplicationScoped
class Decisions {

    private final HoldStore store;
    private final HeldRecords records;
    private final boolean fourEyes;
    private final Clock clock;

    Decisions(HoldStore store, HeldRecords records, HoldConfig config, Clock clock) {
        this.store = store;
        this.records = records;
        this.fourEyes = config.fourEyes();
        this.clock = clock;
    }

    /** What became of each decision. */
    Uni<Map<UUID, HoldOutcome>> carryOut(
            SqlConnection transaction, InsurerNumber insurer, Deciding who, Map<UUID, Decision> decisions) {
        return store.named(transaction, insurer, decisions.keySet()).flatMap(named -> {
            Map<UUID, HoldOutcome> outcomes = refused(decisions, named, who);
            Map<UUID, Decision> allowed = new HashMap<>(decisions);
            allowed.keySet().removeAll(outcomes.keySet());
            return decide(transaction, named, allowed, who).flatMap(decided -> {
                decided.forEach(id -> outcomes.put(id, HoldOutcome.DECIDED));
                allowed.keySet().removeAll(decided);
                return late(transaction, insurer, allowed.keySet(), who, outcomes);
            });
        });
    }

    private Map<UUID, HoldOutcome> refused(Map<UUID, Decision> decisions, Map<UUID, NamedHold> named, Deciding who) {
        Map<UUID, HoldOutcome> outcomes = new HashMap<>();
        decisions.forEach((id, decision) -> {
            NamedHold hold = named.get(id);
            if (hold == null) {
                outcomes.put(id, HoldOutcome.NOT_FOUND);
            } else if (hold.state() != HoldState.OPEN) {
                outcomes.put(id, earlier(hold, who));
            } else if (fourEyes
                    && decision.kind() == HoldDecision.CONFIRM
                    && who.by().equals(hold.enteredBy())) {
                outcomes.put(id, HoldOutcome.FORBIDDEN);
            }
        });
        return outcomes;
    }

    /** A submission that is repeated tells again what it decided the first time. */
    private static HoldOutcome earlier(NamedHold hold, Deciding who) {
        boolean own = who.submission() != null && who.submission().equals(hold.decidedIn());
        return own ? HoldOutcome.DECIDED : HoldOutcome.ALREADY_DECIDED;
    }

    /** What somebody decided between our look and our decision: somebody else, or our own submission, sent twice. */
    private Uni<Map<UUID, HoldOutcome>> late(
            SqlConnection transaction,
            InsurerNumber insurer,
            Set<UUID> undecided,
            Deciding who,
            Map<UUID, HoldOutcome> outcomes) {
        if (undecided.isEmpty()) {
            return Uni.createFrom().item(outcomes);
        }
        return store.named(transaction, insurer, undecided).map(named -> {
            named.forEach((id, hold) -> outcomes.put(id, earlier(hold, who)));
            return outcomes;
        });
    }

    private Uni<Set<UUID>> decide(
            SqlConnection transaction, Map<UUID, NamedHold> named, Map<UUID, Decision> decisions, Deciding who) {
        if (decisions.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<UUID> enrolments = decisions.keySet().stream()
                .map(id -> named.get(id).enrolmentId())
                .distinct()
                .toList();
        return records.lock(transaction, enrolments)
                .flatMap(locked -> store.decide(transaction, decisions, who, clock.instant()))
                .call(decided ->
                        follow(transaction, decided.stream().map(named::get).toList(), decisions, who));
    }

    /** What is taken back as a whole is not shown before, though a doubt about it may have been confirmed as well. */
    private Uni<Void> follow(
            SqlConnection transaction, List<NamedHold> decided, Map<UUID, Decision> decisions, Deciding who) {
        List<Withdrawal> withdrawals = decided.stream()
                .filter(hold -> decisions.get(hold.id()).kind() == HoldDecision.WITHDRAW)
                .map(hold -> decisions.get(hold.id()).withdrawal(hold.enrolmentId()))
                .toList();
        Set<UUID> withdrawn = new HashSet<>();
        withdrawals.forEach(withdrawal -> withdrawn.add(withdrawal.enrolmentId()));
        List<DoubtedVersion> confirmed = decided.stream()
                .filter(hold -> decisions.get(hold.id()).kind() == HoldDecision.CONFIRM)
                .filter(hold -> !withdrawn.contains(hold.enrolmentId()))
                .map(hold -> new DoubtedVersion(hold.enrolmentId(), hold.version()))
                .toList();
        Uni<Void> shown = confirmed.isEmpty() ? Uni.createFrom().voidItem() : records.confirmed(transaction, confirmed);
        return withdrawals.isEmpty()
                ? shown
                : shown.flatMap(done -> records.withdrawn(transaction, withdrawn))
                        .flatMap(done -> store.withdrawn(transaction, withdrawals, who, clock.instant()));
    }
}
