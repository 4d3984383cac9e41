package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.enrolment.Comparison.Readable;
import jp.shikaku.registration.linkage.Announcement.Priority;

/**
 * Takes the rows of a file in, some hundred at a time: first {@link #read}, outside of any transaction, then
 * {@link #take} in the transaction that also notes how far the file has come. A row is a new enrolment, the next version
 * of the one it matches, or nothing new.
 *
 * <p>To be called on a worker thread: reading a thousand rows takes too long for an event loop.
 */
@ApplicationScoped
public class MassIntake {

    private final Comparison comparison;
    private final Intake intake;
    private final Clock clock;

    MassIntake(Comparison comparison, Intake intake, Clock clock) {
        this.comparison = comparison;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Reads rows and asks the resident register about them. Fails with {@code RegisterUnavailableException} when it
     * cannot be asked; nothing has happened then.
     *
     * @param insurer known, and the one whose records these are
     * @param enteredBy who sent the file, as the token names them
     */
    public Uni<ReadRows> read(InsurerNumber insurer, String enteredBy, List<EnrolmentRequest> rows) {
        LocalDate today = JapanTime.today(clock);
        Origin origin = new Origin(insurer, enteredBy);
        Map<Integer, RowOutcome> refused = new HashMap<>();
        List<Integer> positions = new ArrayList<>(rows.size());
        List<Readable> readable = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ValueReader reader = new ValueReader();
            EnteredRecord entered = EnteredRecord.read(reader, rows.get(i), today);
            if (reader.allValid()) {
                positions.add(i);
                readable.add(new Readable(origin, entered, new Target.Matching(UuidCreator.getTimeOrderedEpoch())));
            } else {
                refused.put(i, new RowOutcome.Refused(ProblemType.VALUES_INVALID, reader.faults()));
            }
        }
        return comparison.arrivals(readable).map(arrivals -> new ReadRows(rows.size(), refused, positions, arrivals));
    }

    /** What cannot be accepted of a row; nobody is asked about it. */
    public List<InvalidField> faults(EnrolmentRequest row) {
        ValueReader reader = new ValueReader();
        EnteredRecord.read(reader, row, JapanTime.today(clock));
        return reader.faults();
    }

    /** Stores what can be stored, in the caller's transaction. What became of each row, in their order. */
    public Uni<List<RowOutcome>> take(SqlConnection transaction, ReadRows rows) {
        RowOutcome[] outcomes = new RowOutcome[rows.size];
        rows.refused.forEach((position, outcome) -> outcomes[position] = outcome);
        return takeAll(transaction, rows.positions, rows.arrivals, outcomes).map(done -> Arrays.asList(outcomes));
    }

    /** Rows about one enrolment are taken in one after the other, as they stand in the file. */
    private Uni<Void> takeAll(
            SqlConnection transaction, List<Integer> positions, List<Arrival> arrivals, RowOutcome[] outcomes) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        IntakeBatch batch = new IntakeBatch(Priority.BULK, arrivals);
        return intake.take(transaction, batch).flatMap(taken -> {
            List<Integer> againPositions = new ArrayList<>();
            List<Arrival> again = new ArrayList<>();
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i) instanceof IntakeOutcome.Again) {
                    againPositions.add(positions.get(i));
                    again.add(arrivals.get(i));
                } else {
                    outcomes[positions.get(i)] = outcome(taken.get(i));
                }
            }
            return takeAll(transaction, againPositions, again, outcomes);
        });
    }

    private static RowOutcome outcome(IntakeOutcome taken) {
        if (taken instanceof IntakeOutcome.Refused refused) {
            return new RowOutcome.Refused(refused.reason(), List.of());
        }
        if (taken instanceof IntakeOutcome.Unchanged unchanged) {
            return new RowOutcome.Unchanged(unchanged.enrolmentId(), unchanged.version());
        }
        Version version = ((IntakeOutcome.Taken) taken).version();
        return new RowOutcome.Accepted(
                version.enrolmentId(), version.version(), version.state() == EnrolmentState.HELD);
    }
}
