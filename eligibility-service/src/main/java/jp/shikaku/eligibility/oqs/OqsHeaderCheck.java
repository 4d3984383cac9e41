package jp.shikaku.eligibility.oqs;

import java.time.LocalDate;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.OqsException;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.OqsRequestHeader;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueReader;

/**
 * A header of which every value is valid.
 *
 * @param confirmationDate the day asked about; {@code null} when the header names none
 * @param fileIdentifier {@code null} when there is none
 */
record OqsHeaderCheck(LocalDate confirmationDate, String fileIdentifier) {

    private static final int MAX_IDENTIFIER = 64;

    /**
     * @param caller the institution signed in: the header has to name it and no other (R7)
     * @throws OqsException naming the first value that cannot be accepted
     */
    static OqsHeaderCheck of(OqsRequestHeader header, InstitutionCode caller) {
        if (!institution(header.institutionCode()).equals(caller)) {
            throw new OqsException(OqsFault.INSTITUTION_NOT_YOURS);
        }
        return new OqsHeaderCheck(day(header.confirmationDate()), identifier(header.fileIdentifier()));
    }

    private static InstitutionCode institution(String code) {
        try {
            return InstitutionCode.of(code);
        } catch (InvalidValueException e) {
            throw new OqsException(OqsFault.INSTITUTION_CODE);
        }
    }

    private static LocalDate day(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OqsDate.parse(text);
        } catch (InvalidValueException e) {
            throw new OqsException(OqsFault.CONFIRMATION_DATE);
        }
    }

    private static String identifier(String text) {
        ValueReader reader = new ValueReader();
        String identifier = reader.optionalText("ArbitraryFileIdentifier", text, MAX_IDENTIFIER);
        if (!reader.allValid()) {
            throw new OqsException(OqsFault.FILE_IDENTIFIER);
        }
        return identifier;
    }
}
