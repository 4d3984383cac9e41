package jp.shikaku.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.local.console.ProgressBar;
import jp.shikaku.local.postgres.LocalPostgres;

/**
 * People who do not exist, put straight into the coverage table: millions of them do not come by the linkage in
 * reasonable time, and it is the questions that are measured.
 */
final class CoverageStock {

    static final String INSURER = "06139992";

    private static final String COPY =
            "copy coverage (enrolment_id, version, content_hash, person_key, subject_key, insurer_number, symbol, number,"
                    + " branch, name, name_kana, sex, birth_date, relation, acquired, medical_info_allowed, state, applied_at)"
                    + " from stdin";
    private static final int AT_ONCE = 1_000;

    private final LocalPostgres postgres;
    private final String database;
    private final byte[] subjectKeySecret;
    private final long seed;

    CoverageStock(LocalPostgres postgres, String database, byte[] subjectKeySecret, long seed) {
        this.postgres = postgres;
        this.database = database;
        this.subjectKeySecret = subjectKeySecret.clone();
        this.seed = seed;
    }

    /** The symbol on everybody's card. */
    String symbol() {
        return "見本" + seed;
    }

    SubjectKey subject(long person) {
        return SubjectKey.of(
                InsuredCard.of(InsurerNumber.of(INSURER), symbol(), Long.toString(person), null), subjectKeySecret);
    }

    /** Adds people {@code from} to {@code to}, and lets the database know how many there are. */
    void add(long from, long to, ProgressBar progress) throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            for (long first = from; first < to; first += AT_ONCE) {
                byte[] rows = rows(first, Math.min(to, first + AT_ONCE)).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(rows, 0, rows.length);
                progress.add(Math.min(AT_ONCE, to - first));
            }
            copy.endCopy();
            statement.execute("vacuum analyze coverage");
        }
    }

    private String rows(long from, long to) {
        var rows = new StringBuilder();
        String now = OffsetDateTime.now(ZoneOffset.UTC).toString();
        byte[] key = new byte[32];
        for (long person = from; person < to; person++) {
            new Random(seed * 1_000_003 + person).nextBytes(key);
            rows.append(UUID.nameUUIDFromBytes(key))
                    .append("\t1\t\\\\x00\t")
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(key))
                    .append('\t')
                    .append(subject(person).value())
                    .append('\t')
                    .append(INSURER)
                    .append('\t')
                    .append(symbol())
                    .append('\t')
                    .append(person)
                    .append("\t00\t見本　花子\tミホン　ハナコ\t2\t1990-01-15\t1\t2020-04-01\tt\tVISIBLE\t")
                    .append(now)
                    .append('\n');
        }
        return rows.toString();
    }
}
