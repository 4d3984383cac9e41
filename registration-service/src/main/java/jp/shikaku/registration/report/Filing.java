package jp.shikaku.registration.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.DependantRelationship;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.registration.individual.FiveItemTexts;
import jp.shikaku.registration.individual.FiveItems;

/**
 * What an employer reports, as far as it could be read: usable once its reader has refused nothing. What is missing is
 * {@code null}; only the day it is about is always there.
 */
record Filing(
        ReportKind kind,
        String reference,
        InsurerNumber insurer,
        IndividualNumber individualNumber,
        FiveItems person,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason,
        DependantRelationship relationship,
        IndividualNumber insuredNumber,
        String insuredName) {

    private static final int MAX_NAME = 100;
    private static final int MAX_REFERENCE = 100;
    /** Who knows of a first day at work a year before has made a mistake in writing. */
    private static final int FURTHEST_AHEAD_DAYS = 366;

    /** Reads every value of {@code request}, noting in {@code reader} what cannot be accepted. */
    static Filing read(ValueReader reader, ReportRequest request, LocalDate today) {
        ReportKind kind = kind(reader, request);
        Filing filing = new Filing(
                kind,
                reader.optionalText("/reference", request.reference(), MAX_REFERENCE),
                reader.optional("/insurerNumber", request.insurerNumber(), InsurerNumber::of),
                reader.optional("/individualNumber", request.individualNumber(), IndividualNumber::of),
                new FiveItemTexts(
                                request.name(),
                                request.nameKana(),
                                request.birthDate(),
                                request.sex(),
                                request.address())
                        .readGiven(reader, "", today),
                reader.optional("/acquired", request.acquired(), WireDate::parse),
                reader.optional("/lost", request.lost(), WireDate::parse),
                reader.optional("/lossReason", request.lossReason(), LossReason::ofCode),
                reader.optional("/relationship", request.relationship(), DependantRelationship::of),
                reader.optional("/insuredIndividualNumber", request.insuredIndividualNumber(), IndividualNumber::of),
                reader.optionalText("/insuredName", request.insuredName(), MAX_NAME));
        refuseWhatIsOfAnotherKind(reader, kind, request);
        filing.refuseImpossibleDays(reader, today);
        return filing;
    }

    private static ReportKind kind(ValueReader reader, ReportRequest request) {
        return request.kind() == null || request.kind().isBlank()
                ? ReportKind.ACQUISITION
                : reader.optional("/kind", request.kind(), ReportKind::of);
    }

    private static void refuseWhatIsOfAnotherKind(ValueReader reader, ReportKind kind, ReportRequest request) {
        if (kind == null) {
            return;
        }
        if (kind != ReportKind.DEPENDANT_CHANGE) {
            boolean begins = kind == ReportKind.ACQUISITION;
            require(reader, begins ? "/acquired" : "/lost", begins ? request.acquired() : request.lost());
            forbid(reader, begins ? "/lost" : "/acquired", begins ? request.lost() : request.acquired());
            forbid(reader, "/relationship", request.relationship());
            forbid(reader, "/insuredIndividualNumber", request.insuredIndividualNumber());
            forbid(reader, "/insuredName", request.insuredName());
        } else if (isThere(request.acquired())) {
            forbid(reader, "/lost", request.lost());
        } else {
            require(reader, "/acquired", request.lost());
        }
        if (!isThere(request.lost())) {
            forbid(reader, "/lossReason", request.lossReason());
        }
    }

    private static void require(ValueReader reader, String pointer, String text) {
        if (!isThere(text)) {
            reader.refuse(pointer, ValueFault.REQUIRED);
        }
    }

    private static void forbid(ValueReader reader, String pointer, String text) {
        if (isThere(text)) {
            reader.refuse(pointer, ValueFault.NOT_OF_THIS_KIND);
        }
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private void refuseImpossibleDays(ValueReader reader, LocalDate today) {
        LocalDate fact = factOn();
        if (fact == null) {
            return;
        }
        String pointer = acquired != null ? "/acquired" : "/lost";
        if (fact.isAfter(today.plusDays(FURTHEST_AHEAD_DAYS))) {
            reader.refuse(pointer, ValueFault.DATE_OUT_OF_RANGE);
        }
        if (person.birthDate() != null && fact.isBefore(person.birthDate())) {
            reader.refuse(pointer, ValueFault.DATE_ORDER);
        }
    }

    /** The day from which the employer's days are counted; {@code null} when it could not be read. */
    LocalDate factOn() {
        return acquired != null ? acquired : lost;
    }

    /** Whether it was sent before the day it is about. */
    boolean isEarly(LocalDate today) {
        return factOn() != null && factOn().isAfter(today);
    }

    /** The numbers that it has, by their keys. */
    Map<PersonKey, IndividualNumber> numbers(Function<IndividualNumber, PersonKey> keys) {
        Map<PersonKey, IndividualNumber> numbers = new HashMap<>();
        for (IndividualNumber number : new IndividualNumber[] {individualNumber, insuredNumber}) {
            if (number != null) {
                numbers.put(keys.apply(number), number);
            }
        }
        return numbers;
    }

    ReportContent content(Function<IndividualNumber, PersonKey> keys) {
        return new ReportContent(
                kind,
                reference,
                insurer,
                individualNumber == null ? null : keys.apply(individualNumber),
                person,
                acquired,
                lost,
                lossReason,
                relationship,
                insuredNumber == null ? null : keys.apply(insuredNumber),
                insuredName);
    }

    /** Names nobody, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "Filing[]";
    }
}
