package jp.shikaku.registration.importing;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.importing.ImportState;
import jp.shikaku.kit.problem.Outage;
import jp.shikaku.registration.importing.WorkStore.LeaseLostException;
import jp.shikaku.registration.resident.RegisterUnavailableException;

/** Gives a file its turn, and decides what becomes of it then. Blocks; for the worker's thread. */
@ApplicationScoped
class ImportRuns {

    private static final Logger LOG = Logger.getLogger(ImportRuns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final RowIntake intake;
    private final WorkStore work;
    private final ChunkStore chunks;
    private final ImportConfig config;
    private final ObjectMapper json;

    ImportRuns(RowIntake intake, WorkStore work, ChunkStore chunks, ImportConfig config, ObjectMapper json) {
        this.intake = intake;
        this.work = work;
        this.chunks = chunks;
        this.config = config;
        this.json = json;
    }

    /**
     * Fails only in an outage.
     *
     * @param file that {@code worker} has claimed
     * @param stopped whether to leave at the next occasion
     */
    void takeTurn(UUID worker, StoredImport file, BooleanSupplier stopped) {
        try {
            ImportRun run = new ImportRun(intake, chunks, config, json.reader(), worker, file);
            if (run.takeRows(stopped)) {
                await(work.end(worker, file.id(), ImportState.COMPLETED));
            } else if (stopped.getAsBoolean()) {
                await(work.pause(worker, file.id(), ImportState.RUNNING, Duration.ZERO, false));
            }
        } catch (LeaseLostException e) {
            LOG.debugf("import %s is somebody else's now, or cancelled", file.id());
        } catch (RegisterUnavailableException e) {
            LOG.infof("import %s waits for the resident register", file.id());
            await(work.pause(worker, file.id(), ImportState.WAITING_FOR_REGISTER, config.registerPause(), false));
        } catch (RuntimeException e) {
            if (Outage.isOutage(e)) {
                throw e;
            }
            fail(worker, file, e);
        }
    }

    private void fail(UUID worker, StoredImport file, RuntimeException e) {
        boolean givenUp = file.failures() + 1 >= config.maxFailures();
        // The type alone: a message may quote what was to be stored (R1, R5).
        LOG.errorf(
                "import %s failed%s: %s at %s",
                file.id(), givenUp ? " for good" : "", e.getClass().getName(), place(e));
        await(
                givenUp
                        ? work.end(worker, file.id(), ImportState.FAILED)
                        : work.pause(worker, file.id(), ImportState.RUNNING, PAUSE_AFTER_FAILURE, true));
    }

    private static String place(Throwable e) {
        return e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
    }

    private static void await(Uni<Void> done) {
        done.await().atMost(PATIENCE);
    }
}
