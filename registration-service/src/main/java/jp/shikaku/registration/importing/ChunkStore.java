package jp.shikaku.registration.importing;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.kit.secret.ByteSeal;
import jp.shikaku.registration.individual.FileSecrets;

/** The table of files in pieces, all but the last of {@link StoredFile#PIECE} bytes. */
@ApplicationScoped
class ChunkStore {

    private static final String INSERT =
            """
            with arriving as (
                update enrolment_import set worked_at = clock_timestamp(), bytes = bytes + $4
                where id = $1 and state = 'RECEIVING' returning id)
            insert into enrolment_import_chunk (import_id, number, content) select id, $2::int, $3::bytea from arriving""";

    private static final String READ =
            "select content from enrolment_import_chunk where import_id = $1 and number = $2";

    private final Pool pool;
    private final ByteSeal seal;

    ChunkStore(Pool pool, FileSecrets secrets) {
        this.pool = pool;
        this.seal = secrets.seal();
    }

    /** @param number counts from 0 */
    Uni<Void> add(UUID importId, int number, byte[] content) {
        Buffer sealed = Buffer.buffer(seal.close(content, place(importId, number)));
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(importId, number, sealed, (long) content.length))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw new IllegalStateException("the import was thrown away while its file arrived");
                    }
                })
                .replaceWithVoid();
    }

    /** Empty behind the end of the file. */
    Uni<Optional<byte[]>> read(UUID importId, int number) {
        return pool.preparedQuery(READ).execute(Tuple.of(importId, number)).map(rows -> rows.stream()
                .findFirst()
                .map(row -> seal.open(row.getBuffer("content").getBytes(), place(importId, number))));
    }

    Uni<Void> delete(SqlClient client, UUID importId) {
        return client.preparedQuery("delete from enrolment_import_chunk where import_id = $1")
                .execute(Tuple.of(importId))
                .replaceWithVoid();
    }

    private static String place(UUID importId, int number) {
        return "import-chunk/" + importId + "/" + number;
    }
}
