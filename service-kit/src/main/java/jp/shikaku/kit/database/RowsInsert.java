package jp.shikaku.kit.database;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Inserts any number of rows by one statement, which gets an array a column. One row costs little more than by a plain
 * insert, a thousand cost little more than one. The arrays are unnested beside each other in the list of what is selected:
 * of a function among the tables PostgreSQL first writes down all it returns, each column apart, which for a row of
 * thirty columns takes longer than the insert itself.
 *
 * @param <T> what a row is made from
 */
public final class RowsInsert<T> {

    private final String into;
    private final String statement;
    private final List<Column<T>> columns;

    private RowsInsert(String table, List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
        this.into = "insert into %s (%s)".formatted(table, list(Column::name));
        this.statement = into + ' ' + select(1);
    }

    public static <T> Builder<T> into(String table) {
        return new Builder<>(table);
    }

    /** Inserts all or fails; without rows nothing is sent. */
    public Uni<Void> execute(SqlClient client, List<T> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return client.preparedQuery(statement).execute(Tuple.from(arrays(rows))).replaceWithVoid();
    }

    /** {@code insert into table (columns)}, for a statement that does more than insert. */
    public String into() {
        return into;
    }

    /**
     * The rows as such a statement selects them, in the order of its columns.
     *
     * @param first number of the first of its parameters, which are {@link #arrays}
     */
    public String select(int first) {
        return "select " + unnested(first, Column::cast);
    }

    /** The same, as {@code n}, of whose columns the statement may go on to speak. */
    public String selectFromRows(int first) {
        return "select %s from (select %s) as n (%s)"
                .formatted(
                        list(column -> column.name() + column.cast()),
                        unnested(first, column -> ""),
                        list(Column::name));
    }

    private String unnested(int first, Function<Column<T>, String> cast) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "unnest($%d::%s[])%s"
                        .formatted(first + i, columns.get(i).type(), cast.apply(columns.get(i))))
                .collect(Collectors.joining(", "));
    }

    /** How many parameters there are. */
    public int size() {
        return columns.size();
    }

    /** An array a column. */
    public List<Object> arrays(List<T> rows) {
        List<Object> arrays = new ArrayList<>(columns.size());
        columns.forEach(column -> arrays.add(column.values(rows)));
        return arrays;
    }

    private String list(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    private record Column<T>(String name, String type, String cast, Function<T, ?> value, IntFunction<Object[]> array) {

        Object[] values(List<T> rows) {
            Object[] values = array.apply(rows.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
            }
            return values;
        }
    }

    /** Names the columns; a function may give {@code null} for a value that is missing. */
    public static final class Builder<T> {

        private final String table;
        private final List<Column<T>> columns = new ArrayList<>();

        private Builder(String table) {
            this.table = table;
        }

        public Builder<T> uuid(String name, Function<T, UUID> value) {
            return add(name, "uuid", "", value, UUID[]::new);
        }

        public Builder<T> text(String name, Function<T, String> value) {
            return add(name, "text", "", value, String[]::new);
        }

        public Builder<T> code(String name, Function<T, ? extends Enum<?>> value) {
            return text(name, row -> value.apply(row).name());
        }

        /** @param value JSON text */
        public Builder<T> json(String name, Function<T, String> value) {
            return add(name, "text", "::jsonb", value, String[]::new);
        }

        public Builder<T> bytes(String name, Function<T, byte[]> value) {
            return add(name, "bytea", "", row -> buffer(value.apply(row)), Buffer[]::new);
        }

        public Builder<T> bigint(String name, Function<T, Long> value) {
            return add(name, "bigint", "", value, Long[]::new);
        }

        public Builder<T> integer(String name, Function<T, Integer> value) {
            return add(name, "int", "", value, Integer[]::new);
        }

        public Builder<T> bool(String name, Function<T, Boolean> value) {
            return add(name, "bool", "", value, Boolean[]::new);
        }

        public Builder<T> date(String name, Function<T, LocalDate> value) {
            return add(name, "date", "", value, LocalDate[]::new);
        }

        public Builder<T> moment(String name, Function<T, Instant> value) {
            return add(name, "timestamptz", "", row -> moment(value.apply(row)), OffsetDateTime[]::new);
        }

        public RowsInsert<T> build() {
            return new RowsInsert<>(table, columns);
        }

        private Builder<T> add(
                String name, String type, String cast, Function<T, ?> value, IntFunction<Object[]> array) {
            columns.add(new Column<>(name, type, cast, value, array));
            return this;
        }

        private static Buffer buffer(byte[] bytes) {
            return bytes == null ? null : Buffer.buffer(bytes);
        }

        private static OffsetDateTime moment(Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }
}
