package jp.shikaku.contracts.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * A filed 資格取得届, as its employer sees it.
 *
 * @param employerDueOn last day for filing: five days after the fact (健康保険法施行規則24条)
 * @param filedLate whether it was filed after that day
 * @param insurerDueOn last day for the insurer to register: five days after filing
 */
public record AcquisitionReport(
        UUID id,
        ReportState state,
        InsurerNumber insurerNumber,
        LocalDate acquired,
        OffsetDateTime filedAt,
        LocalDate employerDueOn,
        boolean filedLate,
        LocalDate insurerDueOn) {}
