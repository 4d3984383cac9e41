package jp.shikaku.eligibility.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireMoment;
import jp.shikaku.contracts.watch.Watch;
import jp.shikaku.contracts.watch.WatchRequest;
import jp.shikaku.contracts.watch.WatchState;
import jp.shikaku.eligibility.confirmation.Confirmation;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.kit.request.IdempotencyKey;

/** What institutions wait for. A watch belongs to the institution of its confirmation (R7). */
@ApplicationScoped
public class Watches {

    private final WatchStore store;
    private final Confirmations confirmations;
    private final WatchWorker worker;
    private final WatchConfig config;
    private final Clock clock;

    Watches(WatchStore store, Confirmations confirmations, WatchWorker worker, WatchConfig config, Clock clock) {
        this.store = store;
        this.confirmations = confirmations;
        this.worker = worker;
        this.config = config;
        this.clock = clock;
    }

    private record Wanted(ConfirmationNumber number, Instant until, IdempotencyKey key, UUID requestId, byte[] hash) {}

    /** Opens a watch; while a confirmation is watched already, that watch is the answer. */
    public Uni<Watch> open(InstitutionCode institution, IdempotencyKey key, UUID requestId, WatchRequest request) {
        Wanted wanted = read(request, key, requestId);
        return confirmations.own(institution, wanted.number()).flatMap(found -> {
            Confirmation confirmation = found.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception);
            if (confirmation.validity() == Validity.VALID) {
                throw ProblemType.WATCH_NOT_NEEDED.exception();
            }
            return open(confirmation, wanted);
        });
    }

    private Wanted read(WatchRequest request, IdempotencyKey key, UUID requestId) {
        if (request == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        Instant now = clock.instant();
        ValueReader reader = new ValueReader();
        ConfirmationNumber number =
                reader.required("/confirmationNumber", request.confirmationNumber(), ConfirmationNumber::of);
        Instant until = reader.optional("/until", request.until(), WireMoment::parse);
        if (until != null && !(until.isAfter(now) && until.isBefore(now.plus(config.longest())))) {
            reader.refuse("/until", ValueFault.MOMENT_OUT_OF_RANGE);
        }
        reader.refuseIfAnyInvalid();
        byte[] hash = sha256(number.value() + " " + request.until());
        return new Wanted(number, until == null ? now.plus(config.lasts()) : until, key, requestId, hash);
    }

    private Uni<Watch> open(Confirmation confirmation, Wanted wanted) {
        Instant now = clock.instant();
        return store.add(
                        UuidCreator.getTimeOrderedEpoch(),
                        confirmation,
                        now,
                        wanted.until(),
                        wanted.requestId(),
                        wanted.key().value(),
                        wanted.hash(),
                        config.perInstitution())
                .flatMap(made -> {
                    if (made.isEmpty()) {
                        return earlier(confirmation, wanted, now);
                    }
                    worker.wake();
                    return Uni.createFrom().item(made.get());
                });
    }

    private Uni<Watch> earlier(Confirmation confirmation, Wanted wanted, Instant now) {
        return store.earlier(confirmation.institution(), wanted.key().value(), confirmation.number(), now)
                .map(found -> {
                    WatchStore.Earlier earlier = found.orElseThrow(ProblemType.WATCHES_TOO_MANY::exception);
                    if (earlier.sameRequest() && !Arrays.equals(earlier.hash(), wanted.hash())) {
                        throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
                    }
                    return earlier.watch();
                });
    }

    Uni<Watch> get(InstitutionCode institution, UUID id) {
        return store.find(institution, id, clock.instant())
                .map(found -> found.orElseThrow(ProblemType.WATCH_NOT_FOUND::exception));
    }

    Uni<List<Watch>> list(InstitutionCode institution, WatchState state, UUID after, int limit) {
        return store.list(institution, state, after, limit, clock.instant());
    }

    /** Cancelled, now or before. */
    Uni<Watch> cancel(InstitutionCode institution, UUID id) {
        return store.cancel(institution, id, clock.instant()).flatMap(cancelled -> cancelled
                .map(watch -> Uni.createFrom().item(watch))
                .orElseGet(() -> get(institution, id).invoke(watch -> {
                    if (watch.state() != WatchState.CANCELLED) {
                        throw ProblemType.WATCH_ENDED.exception();
                    }
                })));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
