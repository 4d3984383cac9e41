package jp.shikaku.contracts.report;

/**
 * What an insurer adds to a report to make a record of it: the card, above all. Everything as in {@link
 * jp.shikaku.contracts.enrolment.EnrolmentRequest}; the person and the day come from the report. All of it is left out
 * where a coverage ends.
 */
public record ReportRegistrationRequest(
        String recordKey,
        String symbol,
        String number,
        String branch,
        String cardClass,
        String cardIssuedOn,
        String cardValidFrom,
        String cardExpiresOn,
        String nameOther,
        String nameOtherKana,
        String sexOnCard,
        String postalCode,
        String burdenShare) {}
