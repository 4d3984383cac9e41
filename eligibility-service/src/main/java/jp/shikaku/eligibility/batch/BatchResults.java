package jp.shikaku.eligibility.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import jp.shikaku.contracts.batch.BatchOutcome;
import jp.shikaku.contracts.batch.BatchRow;
import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.BulkConfirmations;

/**
 * Writes results, a piece at a time and no faster than they are taken. Each answer is read again and each reading
 * recorded, before it is sent (R6): what may not be shown any more is left out (R1).
 */
@ApplicationScoped
class BatchResults {

    private final PieceStore pieces;
    private final BulkConfirmations confirmations;

    BatchResults(PieceStore pieces, BulkConfirmations confirmations) {
        this.pieces = pieces;
        this.confirmations = confirmations;
    }

    /** One fetching of a result. */
    record Fetching(Batch batch, Looker looker, ResultFormat format, Locale locale) {}

    /** Up to the first rows: fails with {@code undetermined} while a refusal can still be sent. */
    Uni<byte[]> beginning(Fetching fetching) {
        return piece(fetching, 0).map(first -> join(fetching.format().beginning(), first.orElseThrow()));
    }

    /** What follows. */
    Multi<byte[]> rest(Fetching fetching) {
        Multi<byte[]> pieces = Multi.createBy()
                .repeating()
                .uni(() -> new AtomicInteger(1), number -> piece(fetching, number.getAndIncrement()))
                .until(Optional::isEmpty)
                .map(Optional::orElseThrow);
        return Multi.createBy()
                .concatenating()
                .streams(pieces, Multi.createFrom().item(() -> fetching.format().end()));
    }

    private Uni<Optional<byte[]>> piece(Fetching fetching, int number) {
        return pieces.settled(fetching.batch().id(), number)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(found -> found.map(
                                rows -> rows(fetching, rows, number == 0).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<byte[]> rows(Fetching fetching, List<Row> rows, boolean isFirst) {
        List<ConfirmationNumber> numbers = rows.stream()
                .filter(Row.Answered.class::isInstance)
                .map(row -> ((Row.Answered) row).number())
                .toList();
        return confirmations
                .reread(fetching.batch().institution(), numbers, fetching.looker())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(answers -> fetching.format()
                        .rows(
                                rows.stream()
                                        .map(row -> wire(row, answers, fetching.locale()))
                                        .toList(),
                                isFirst));
    }

    private static BatchRow wire(Row row, Map<ConfirmationNumber, ConfirmationAnswer> answers, Locale locale) {
        if (row instanceof Row.Answered answered) {
            return new BatchRow(
                    row.line(), row.correlationId(), BatchOutcome.ANSWERED, answers.get(answered.number()), List.of());
        }
        if (row instanceof Row.Refused refused) {
            return new BatchRow(
                    row.line(), row.correlationId(), BatchOutcome.REFUSED, null, errors(refused.faults(), locale));
        }
        ProblemType undetermined = ProblemType.UNDETERMINED;
        Problem.FieldError error = new Problem.FieldError(
                "",
                undetermined.code(),
                undetermined.title().in(locale),
                undetermined.nextStep().in(locale));
        return new BatchRow(row.line(), row.correlationId(), BatchOutcome.UNDETERMINED, null, List.of(error));
    }

    private static List<Problem.FieldError> errors(List<InvalidField> faults, Locale locale) {
        return faults.stream()
                .map(field -> new Problem.FieldError(
                        field.pointer(),
                        field.fault().code(),
                        field.fault().detail().in(locale),
                        field.fault().nextStep().in(locale)))
                .toList();
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] joined = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, joined, one.length, two.length);
        return joined;
    }
}
