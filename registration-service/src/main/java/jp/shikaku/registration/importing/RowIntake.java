package jp.shikaku.registration.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.registration.enrolment.MassIntake;
import jp.shikaku.registration.enrolment.ReadRows;
import jp.shikaku.registration.enrolment.RowOutcome;
import jp.shikaku.registration.importing.file.Row;
import jp.shikaku.registration.importing.file.RowFault;
import jp.shikaku.registration.linkage.Linkage;

/** Takes rows in, and notes with them what was refused and how far the file has come: all of it or nothing. */
@ApplicationScoped
class RowIntake {

    private final Pool pool;
    private final MassIntake records;
    private final RefusalStore refusals;
    private final WorkStore work;
    private final Linkage linkage;

    RowIntake(Pool pool, MassIntake records, RefusalStore refusals, WorkStore work, Linkage linkage) {
        this.pool = pool;
        this.records = records;
        this.refusals = refusals;
        this.work = work;
        this.linkage = linkage;
    }

    /**
     * Rows that were read, and compared with the resident register.
     *
     * @param candidates the rows that {@code read} is about, in its order
     * @param refused the other rows
     */
    record Prepared(RowBatch batch, List<Row.Read> candidates, ReadRows read, List<StoredRefusal> refused) {}

    /** Fails with {@code RegisterUnavailableException} when the register cannot be asked. */
    Uni<Prepared> prepare(StoredImport file, RowBatch batch) {
        List<Row.Read> candidates = new ArrayList<>(batch.rows().size());
        List<StoredRefusal> refused = new ArrayList<>(0);
        for (RowBatch.Placed placed : batch.rows()) {
            if (placed.row() instanceof Row.Read row && row.faults().isEmpty()) {
                candidates.add(row);
            } else {
                refused.add(refusal(placed.row(), faults(placed.row()).toList()));
            }
        }
        return records.read(
                        file.insurer(),
                        file.enteredBy(),
                        candidates.stream().map(Row.Read::request).toList())
                .map(read -> new Prepared(batch, candidates, read, refused));
    }

    /** What the file says wrongly and what the API would refuse, all at once. */
    private Stream<RowFault> faults(Row row) {
        if (row instanceof Row.Unreadable unreadable) {
            return unreadable.faults().stream().map(RowFault::of);
        }
        Row.Read read = (Row.Read) row;
        Set<String> known = read.faults().stream().map(InvalidField::pointer).collect(Collectors.toSet());
        return Stream.concat(
                        read.faults().stream(),
                        records.faults(read.request()).stream().filter(fault -> !known.contains(fault.pointer())))
                .map(RowFault::of);
    }

    /** Stores what can be stored. Fails with {@code LeaseLostException}, and nothing has happened then. */
    Uni<Void> take(UUID worker, UUID importId, Prepared prepared, Double rowsPerSecond) {
        return pool.withTransaction(transaction -> records.take(transaction, prepared.read())
                        .flatMap(outcomes -> {
                            Result result = result(prepared, outcomes);
                            return refusals.add(transaction, importId, result.noted())
                                    .flatMap(added -> work.advance(
                                            transaction,
                                            worker,
                                            importId,
                                            prepared.batch().before(),
                                            prepared.batch().after(),
                                            result.counts(),
                                            rowsPerSecond));
                        }))
                .invoke(linkage::sendNow);
    }

    /** Refuses a row that we could not store. */
    Uni<Void> refuse(UUID worker, UUID importId, RowBatch single) {
        RowFault fault = RowFault.of(new InvalidField("", ValueFault.ROW_NOT_STORED));
        StoredRefusal refusal = refusal(single.rows().get(0).row(), List.of(fault));
        return pool.withTransaction(transaction -> refusals.add(transaction, importId, List.of(refusal))
                .flatMap(added -> work.advance(
                        transaction,
                        worker,
                        importId,
                        single.before(),
                        single.after(),
                        new RowCounts(0, 0, 0, 1, 0),
                        null)));
    }

    private record Result(RowCounts counts, List<StoredRefusal> noted) {}

    private static Result result(Prepared prepared, List<RowOutcome> outcomes) {
        List<StoredRefusal> noted = new ArrayList<>(prepared.refused());
        int accepted = 0;
        int unchanged = 0;
        int held = 0;
        int notes = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            Row.Read row = prepared.candidates().get(i);
            if (outcomes.get(i) instanceof RowOutcome.Refused refused) {
                noted.add(refusal(row, faults(refused)));
                continue;
            }
            if (outcomes.get(i) instanceof RowOutcome.Accepted taken) {
                accepted += taken.held() ? 0 : 1;
                held += taken.held() ? 1 : 0;
            } else {
                unchanged++;
            }
            if (!row.notes().isEmpty()) {
                notes++;
                noted.add(note(row));
            }
        }
        int refused = noted.size() - notes;
        return new Result(new RowCounts(accepted, unchanged, held, refused, notes), noted);
    }

    private static List<RowFault> faults(RowOutcome.Refused refused) {
        return refused.errors().isEmpty()
                ? List.of(RowFault.of(refused.reason()))
                : refused.errors().stream().map(RowFault::of).toList();
    }

    private static StoredRefusal refusal(Row row, List<RowFault> faults) {
        return new StoredRefusal(row.line(), true, faults, row.original());
    }

    private static StoredRefusal note(Row.Read row) {
        return new StoredRefusal(
                row.line(), false, row.notes().stream().map(RowFault::of).toList(), row.original());
    }
}
