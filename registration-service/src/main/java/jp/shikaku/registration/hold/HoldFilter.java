package jp.shikaku.registration.hold;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

import io.vertx.core.json.JsonArray;

import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.hold.HoldEnteredBy;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.database.Conditions;

/**
 * Which holds an insurer wants to see; what is {@code null} is not asked for.
 *
 * @param code of a finding
 * @param openedFrom first day of Japan, inclusive
 * @param openedUntil last day of Japan, inclusive
 * @param minAgeDays calendar days since it was opened, at least
 * @param asker who asks, for {@code enteredBy}
 */
record HoldFilter(
        HoldState state,
        HoldCause cause,
        HoldEffect effect,
        String code,
        LocalDate openedFrom,
        LocalDate openedUntil,
        Integer minAgeDays,
        HoldEnteredBy enteredBy,
        String asker) {

    private static final int MAX_CODE = 64;
    private static final int MAX_DAYS = 36_500;

    /** Reads what the query of {@link HoldResource} says, noting in {@code reader} what cannot be accepted. */
    static HoldFilter read(ValueReader reader, HoldQuery query, String asker) {
        return new HoldFilter(
                reader.optional("query:state", query.state, code(HoldState.class)),
                reader.optional("query:cause", query.cause, code(HoldCause.class)),
                reader.optional("query:effect", query.effect, code(HoldEffect.class)),
                reader.optionalText("query:code", query.code, MAX_CODE),
                reader.optional("query:openedFrom", query.openedFrom, WireDate::parse),
                reader.optional("query:openedUntil", query.openedUntil, WireDate::parse),
                reader.optional("query:minAgeDays", query.minAgeDays, HoldFilter::days),
                reader.optional("query:enteredBy", query.enteredBy, code(HoldEnteredBy.class)),
                asker);
    }

    /** Over a hold {@code h} and its version {@code v}. The state is written out: open holds have an index of their own. */
    Conditions conditions(InsurerNumber insurer, LocalDate today) {
        Conditions conditions = Conditions.where("h.insurer_number = ?", insurer.value())
                .and("h.cause = ?", name(cause))
                .and("h.effect = ?", name(effect))
                .and("h.codes @> ?", code == null ? null : new JsonArray().add(code))
                .and("h.opened_at >= ?", openedFrom == null ? null : startOf(openedFrom))
                .and("h.opened_at < ?", openedUntil == null ? null : startOf(openedUntil.plusDays(1)))
                .and("h.opened_at < ?", minAgeDays == null ? null : startOf(today.minusDays(minAgeDays - 1L)));
        if (state != null) {
            conditions.and("h.state = '" + state.name() + "'");
        }
        if (enteredBy != null) {
            conditions.and(
                    enteredBy == HoldEnteredBy.ME ? "v.entered_by = ?" : "v.entered_by is distinct from ?", asker);
        }
        return conditions;
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(JapanTime.ZONE).toOffsetDateTime();
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> Function<String, E> code(Class<E> type) {
        return text -> {
            try {
                return Enum.valueOf(type, text);
            } catch (IllegalArgumentException e) {
                throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
            }
        };
    }

    private static int days(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MAX_DAYS) {
            throw new InvalidValueException(ValueFault.DAYS);
        }
        return Integer.parseInt(text);
    }
}
