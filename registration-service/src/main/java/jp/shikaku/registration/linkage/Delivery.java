package jp.shikaku.registration.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.linkage.CoverageBatch;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.registration.linkage.Outbox.Refused;
import jp.shikaku.registration.sister.SisterReader;

/** One attempt to hand versions over, and what follows from the answer. */
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** What failed as often as this is sent apart from what did not, and cannot hold it up. */
    private static final int SUSPECT_AFTER = 3;

    private final EligibilityClient eligibility;
    private final Outbox outbox;
    private final LinkageMetrics metrics;
    private final SisterReader reader;
    private final BackOff backOff;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    Delivery(
            @RestClient EligibilityClient eligibility,
            Outbox outbox,
            LinkageMetrics metrics,
            SisterReader reader,
            LinkageConfig config) {
        this.eligibility = eligibility;
        this.outbox = outbox;
        this.metrics = metrics;
        this.reader = reader;
        this.backOff = new BackOff(config.firstBackOff(), config.longestBackOff());
    }

    /**
     * Sends {@code items} in their order. Fails only when the outcome could not be written down.
     *
     * @return whether eligibility took anything
     */
    Uni<Boolean> attempt(List<OutboxItem> items) {
        return inTurn(parts(items));
    }

    private static List<List<OutboxItem>> parts(List<OutboxItem> items) {
        List<List<OutboxItem>> parts = new ArrayList<>();
        List<OutboxItem> suspects =
                items.stream().filter(it -> it.attempts() > SUSPECT_AFTER).toList();
        split(items.stream().filter(it -> it.attempts() <= SUSPECT_AFTER).toList(), parts);
        split(suspects, parts);
        return parts;
    }

    private static void split(List<OutboxItem> items, List<List<OutboxItem>> parts) {
        for (int from = 0; from < items.size(); from += CoverageBatch.MAX_ITEMS) {
            parts.add(items.subList(from, Math.min(from + CoverageBatch.MAX_ITEMS, items.size())));
        }
    }

    private Uni<Boolean> inTurn(List<List<OutboxItem>> parts) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .collect()
                .with(Collectors.reducing(false, Boolean::logicalOr));
    }

    private Uni<Boolean> send(List<OutboxItem> items) {
        return Uni.createFrom()
                .deferred(() -> eligibility.apply(new CoverageBatch(
                        items.stream().map(OutboxItem::delivery).toList())))
                .map(answer -> Reply.read(reader.read(answer), items.size()))
                .onFailure()
                .recoverWithItem(Reply::none)
                .flatMap(reply -> reply instanceof Reply.Results results
                        ? taken(items, results.results())
                        : notTaken(items, (Reply.Whole) reply));
    }

    private Uni<Boolean> taken(List<OutboxItem> items, List<CoverageResult> results) {
        if (interrupted.compareAndSet(true, false)) {
            LOG.info("linkage goes on");
        }
        List<OutboxItem> settled = new ArrayList<>(items.size());
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (results.get(i).outcome().settled()) {
                settled.add(items.get(i));
            } else {
                refused.add(new Refused(items.get(i), Reply.refusal(results.get(i))));
            }
        }
        return outbox.settled(settled)
                .invoke(() -> metrics.delivered(settled))
                .flatMap(done -> dead(refused))
                .replaceWith(true);
    }

    private Uni<Boolean> notTaken(List<OutboxItem> items, Reply.Whole reply) {
        if (reply.mayBeAnItem() && items.size() > 1) {
            int half = items.size() / 2;
            return inTurn(List.of(items.subList(0, half), items.subList(half, items.size())));
        }
        if (reply.outcome() == DeliveryOutcome.REFUSED) {
            return dead(List.of(new Refused(items.get(0), reply.reason()))).replaceWith(true);
        }
        // Said once an outage, not once a version.
        if (interrupted.compareAndSet(false, true)) {
            LOG.warnf("linkage is interrupted (%s); what is cleared waits in the outbox", reply.reason());
        }
        return outbox.later(items, item -> backOff.after(item.attempts())).replaceWith(false);
    }

    private Uni<Void> dead(List<Refused> refused) {
        if (!refused.isEmpty()) {
            LOG.errorf(
                    "eligibility refuses %d versions for good, %s the first: %s",
                    refused.size(), refused.get(0).item(), refused.get(0).reason());
        }
        return outbox.dead(refused).invoke(metrics::refused).replaceWithVoid();
    }
}
