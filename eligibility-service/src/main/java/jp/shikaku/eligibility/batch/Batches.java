package jp.shikaku.eligibility.batch;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.batch.ConfirmationBatch;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PageRequest;

/** The batches of the institutions, as they see them (R7). */
@ApplicationScoped
class Batches {

    private final BatchStore store;
    private final BatchConfig config;
    private final Clock clock;

    Batches(BatchStore store, BatchConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with {@code batch-not-found}. */
    Uni<ConfirmationBatch> get(InstitutionCode institution, UUID id) {
        return stored(institution, id).map(this::wire);
    }

    Uni<Page<ConfirmationBatch>> list(InstitutionCode institution, PageRequest page) {
        return store.list(institution, page)
                .map(found -> page.toPage(found.stream().map(this::wire).toList(), batch -> batch.id()
                        .toString()));
    }

    /** Fails with {@code batch-not-found}. */
    Uni<Void> delete(InstitutionCode institution, UUID id) {
        return stored(institution, id)
                .flatMap(batch -> store.delete(institution, id))
                .replaceWithVoid();
    }

    /** Fails with {@code batch-not-found}, {@code batch-not-completed}. */
    Uni<Batch> completed(InstitutionCode institution, UUID id) {
        return stored(institution, id).invoke(batch -> {
            if (!batch.isCompleted()) {
                throw ProblemType.BATCH_NOT_COMPLETED.exception();
            }
        });
    }

    private Uni<Batch> stored(InstitutionCode institution, UUID id) {
        return store.find(institution, id).map(found -> found.orElseThrow(ProblemType.BATCH_NOT_FOUND::exception));
    }

    private ConfirmationBatch wire(Batch batch) {
        return batch.wire(clock.instant(), config.keep());
    }
}
