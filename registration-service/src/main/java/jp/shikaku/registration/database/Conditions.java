package jp.shikaku.registration.database;

import java.util.ArrayList;
import java.util.List;

import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What a list is narrowed to: conditions joined by {@code and}, with their values in order. Each condition that is left
 * out makes another statement, so that the database plans for what is asked.
 */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private Conditions() {}

    /** @param condition with one {@code ?} for {@code value} */
    public static Conditions where(String condition, Object value) {
        Conditions conditions = new Conditions();
        conditions.sql.append("where ").append(conditions.numbered(condition, value));
        return conditions;
    }

    /** @param condition as it stands, without a value */
    public static Conditions where(String condition) {
        Conditions conditions = new Conditions();
        conditions.sql.append("where ").append(condition);
        return conditions;
    }

    /** @param condition with one {@code ?} for {@code value}; left out when {@code value} is {@code null} */
    public Conditions and(String condition, Object value) {
        if (value != null) {
            sql.append(" and ").append(numbered(condition, value));
        }
        return this;
    }

    /** @param condition as it stands, without a value */
    public Conditions and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** @param clause what follows the conditions, with one {@code ?} for {@code value} */
    public Conditions then(String clause, Object value) {
        sql.append(' ').append(numbered(clause, value));
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    public Tuple values() {
        return Tuple.from(values);
    }

    private String numbered(String condition, Object value) {
        values.add(value);
        return condition.replace("?", "$" + values.size());
    }
}
