package jp.shikaku.registration.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.report.ReportActor;
import jp.shikaku.contracts.report.ReportChange;
import jp.shikaku.contracts.report.ReportPoint;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.database.RowsInsert;

/** What happened to reports, version by version. Nothing of it is ever changed. */
@ApplicationScoped
class ReportHistory {

    private static final RowsInsert<Entry> INSERT = RowsInsert.<Entry>into("report_change")
            .uuid("report_id", entry -> entry.report.id())
            .integer("version", entry -> entry.report.version())
            .code("state", entry -> entry.report.state())
            .moment("at", Entry::at)
            .code("actor", Entry::actor)
            .json("changed", entry -> ReportColumns.write(entry.changed))
            .json("points", entry -> ReportColumns.points(entry.report.points()))
            .text("note", entry -> entry.report.note())
            .json(
                    "content",
                    entry -> entry.changed.isEmpty()
                            ? null
                            : ReportColumns.write(entry.report.content().kept()))
            .build();

    private static final String READ =
            """
            select version, state, at, actor, changed::text as changed, points::text as points, note
            from report_change where report_id = $1 and version > $2 order by version limit $3""";

    /** @param changed names of fields; empty when only the state is another */
    record Entry(StoredReport report, Instant at, ReportActor actor, List<String> changed) {

        static Entry ofState(StoredReport report, Instant at, ReportActor actor) {
            return new Entry(report, at, actor, List.of());
        }
    }

    Uni<Void> add(SqlConnection transaction, List<Entry> entries) {
        return INSERT.execute(transaction, entries);
    }

    /** The first {@code limit} changes after {@code version}. */
    Uni<List<ReportChange>> read(SqlClient client, UUID report, int version, int limit) {
        return client.preparedQuery(READ)
                .execute(Tuple.from(Arrays.asList(report, version, limit)))
                .map(rows -> rows.stream().map(ReportHistory::change).toList());
    }

    private static ReportChange change(Row row) {
        return new ReportChange(
                row.getInteger("version"),
                ReportState.of(row.getString("state")),
                JapanTime.wire(row.getOffsetDateTime("at").toInstant()),
                ReportActor.valueOf(row.getString("actor")),
                ReportColumns.texts(row.getString("changed")),
                ReportColumns.points(row.getString("points")).stream()
                        .map(ReportPoint::told)
                        .toList(),
                row.getString("note"));
    }
}
