package jp.shikaku.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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
import jp.shikaku.local.console.Console;
import jp.shikaku.local.console.Progress;
import jp.shikaku.local.console.ProgressBar;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.problem.LocalException;

/**
 * People who do not exist, put straight into the coverage table: millions of them do not come by the linkage in
 * reasonable time, and it is the questions that are measured. Those of one seed are numbered from 0 without a gap; who is
 * there already, from a run before, stays and is used.
 */
final class CoverageStock {

    static final String INSURER = "06139992";
    static final String BIRTH_DATE = "1990-01-15";

    private static final String COPY =
            "copy coverage (enrolment_id, version, content_hash, person_key, subject_key, insurer_number, symbol, number,"
                    + " branch, name, name_kana, sex, birth_date, relation, acquired, medical_info_allowed, state, applied_at)"
                    + " from stdin";
    private static final int AT_ONCE = 1_000;
    private static final long MANY = 1_000_000;
    private static final long BYTES_EACH = 700;
    private static final long BYTES_BESIDES = 4L << 30;

    private final LocalPostgres postgres;
    private final String database;
    private final byte[] subjectKeySecret;
    private final long seed;
    private final Console console;

    CoverageStock(LocalPostgres postgres, String database, byte[] subjectKeySecret, long seed, Console console) {
        this.postgres = postgres;
        this.database = database;
        this.subjectKeySecret = subjectKeySecret.clone();
        this.seed = seed;
        this.console = console;
    }

    /** The symbol on everybody's card. */
    String symbol() {
        return "見本" + seed;
    }

    SubjectKey subject(long person) {
        return SubjectKey.of(
                InsuredCard.of(InsurerNumber.of(INSURER), symbol(), Long.toString(person), null), subjectKeySecret);
    }

    /** Everybody who is in the table, of whatever seed and from wherever. */
    long everybody() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from coverage")) {
            count.next();
            return count.getLong(1);
        }
    }

    /**
     * Sees that there are at least {@code people} of this seed, and that the database knows how many there are and has
     * nothing left to do for them.
     *
     * @return how many there are: more when a run before made more
     */
    long fill(long people) throws IOException, SQLException {
        long there = addMissing(people);
        try (Progress steps = console.steps()) {
            if (there < people) {
                steps.during("vacuum and analyse", this::vacuum);
            }
            steps.during("checkpoint", postgres::comeToRest);
        }
        return Math.max(there, people);
    }

    /** @return how many were there before */
    private long addMissing(long people) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two who fill at once would both make the same people.
            statement.execute("lock table coverage in share row exclusive mode");
            long there = there(connection);
            if (there < people) {
                requireDisk(people - there);
                add(connection, there, people);
                connection.commit();
            }
            return there;
        }
    }

    private void requireDisk(long people) throws IOException {
        long needed = people * BYTES_EACH + BYTES_BESIDES;
        long free = Files.getFileStore(postgres.log().getParent()).getUsableSpace();
        if (free < needed) {
            throw new LocalException(
                    "%,d people need %,d MB of disk; %,d MB are left.".formatted(people, needed >> 20, free >> 20),
                    "Take fewer (--people), or put the data elsewhere with SHIKAKU_DATA=/a/larger/disk/shikaku.");
        }
    }

    /** Those of this seed lie together: their enrolments are in the order of their numbers. */
    private long there(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select enrolment_id from coverage where enrolment_id between ? and ? order by enrolment_id desc limit 1")) {
            statement.setObject(1, enrolment(0));
            statement.setObject(2, enrolment(Long.MAX_VALUE));
            try (ResultSet last = statement.executeQuery()) {
                return last.next() ? (last.getObject(1, UUID.class).getLeastSignificantBits() & Long.MAX_VALUE) + 1 : 0;
            }
        }
    }

    /** In one transaction: who kills it loses no index. */
    private void add(Connection connection, long from, long to) throws IOException, SQLException {
        // Rows in the order of random keys go to a page each. Many are sorted once at the end, a few are not worth it.
        var indexes =
                to - from > MANY ? SecondaryIndexes.dropped(connection, "coverage") : SecondaryIndexes.untouched();
        try (ProgressBar bar = console.bar("people", to - from)) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            for (long first = from; first < to; first += AT_ONCE) {
                byte[] rows = rows(first, Math.min(to, first + AT_ONCE)).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(rows, 0, rows.length);
                bar.add(Math.min(AT_ONCE, to - first));
            }
            copy.endCopy();
        }
        indexes.restore(connection, console);
    }

    private void vacuum() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (freeze, analyze) coverage");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
    }

    private String rows(long from, long to) {
        var rows = new StringBuilder();
        String now = OffsetDateTime.now(ZoneOffset.UTC).toString();
        byte[] key = new byte[32];
        for (long person = from; person < to; person++) {
            new Random(seed * 1_000_003 + person).nextBytes(key);
            rows.append(enrolment(person))
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
                    .append("\t00\t見本　花子\tミホン　ハナコ\t2\t")
                    .append(BIRTH_DATE)
                    .append("\t1\t2020-04-01\tt\tVISIBLE\t")
                    .append(now)
                    .append('\n');
        }
        return rows.toString();
    }

    /** In ascending order, as those are that registration makes, though long ago: none of them is ever the same. */
    private UUID enrolment(long person) {
        return new UUID(seed << 16 | 0x7000, Long.MIN_VALUE | person);
    }
}
