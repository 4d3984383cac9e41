package jp.shikaku.registration.deadline;

import java.time.LocalDate;
import java.util.function.Function;

import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.text.WireDate;

/**
 * Which periods somebody wants to see; what is {@code null} is not asked for.
 *
 * @param state {@code null} for all that run, or with {@code held} for all that are in doubt
 * @param insurer always set for an insurer, to itself
 * @param employer always set for an employer, to itself
 */
record DeadlineFilter(
        DeadlineClock clock,
        DeadlineState state,
        boolean held,
        ReportKind kind,
        InsurerNumber insurer,
        CorporateNumber employer,
        LocalDate dueFrom,
        LocalDate dueUntil) {

    /** Reads what the query says, as far as {@code asker} may ask it, noting in {@code reader} what cannot be accepted. */
    static DeadlineFilter read(ValueReader reader, DeadlineQuery query, Asker asker) {
        DeadlineClock clock = reader.optional("query:clock", query.clock, text -> clock(text, asker));
        DeadlineState state = reader.optional("query:state", query.state, code(DeadlineState.class));
        Boolean held = reader.optional("query:held", query.held, DeadlineFilter::bool);
        InsurerNumber insurer = reader.optional("query:insurerNumber", query.insurerNumber, InsurerNumber::of);
        CorporateNumber employer = reader.optional("query:employerNumber", query.employerNumber, CorporateNumber::of);
        DeadlineFilter filter = new DeadlineFilter(
                clock == null ? asker.ownClock() : clock,
                state,
                Boolean.TRUE.equals(held),
                reader.optional("query:kind", query.kind, ReportKind::of),
                asker instanceof Asker.Insurer own ? own.number() : insurer,
                asker instanceof Asker.Employer own ? own.number() : employer,
                reader.optional("query:dueFrom", query.dueFrom, WireDate::parse),
                reader.optional("query:dueUntil", query.dueUntil, WireDate::parse));
        filter.refuseWhatCannotBeAsked(reader, asker, insurer, employer);
        return filter;
    }

    /** What is done is listed of one party: of all it would be everything that ever was. */
    private void refuseWhatCannotBeAsked(
            ValueReader reader, Asker asker, InsurerNumber namedInsurer, CorporateNumber namedEmployer) {
        if (held && (clock != DeadlineClock.INSURER || !asker.seesDoubts())) {
            reader.refuse("query:held", ValueFault.UNKNOWN_FIELD);
        }
        if (asker instanceof Asker.Insurer own && namedInsurer != null && !namedInsurer.equals(own.number())) {
            reader.refuse("query:insurerNumber", ValueFault.UNKNOWN_CODE);
        }
        if (asker instanceof Asker.Employer own && namedEmployer != null && !namedEmployer.equals(own.number())) {
            reader.refuse("query:employerNumber", ValueFault.UNKNOWN_CODE);
        }
        if (state != null && !state.isRunning() && insurer == null && employer == null && reader.allValid()) {
            reader.refuse(
                    clock == DeadlineClock.EMPLOYER ? "query:employerNumber" : "query:insurerNumber",
                    ValueFault.REQUIRED);
        }
    }

    private static DeadlineClock clock(String text, Asker asker) {
        DeadlineClock clock = code(DeadlineClock.class).apply(text);
        if (!asker.seesClock(clock)) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return clock;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        };
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
}
