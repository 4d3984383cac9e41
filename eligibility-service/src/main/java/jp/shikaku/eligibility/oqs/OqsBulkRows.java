package jp.shikaku.eligibility.oqs;

import java.util.List;
import java.util.stream.Stream;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.SearchInfo;

/** Rows of the tables of bulk inquiries, and the columns that they are read from. */
final class OqsBulkRows {

    static final String BULK = "reception_number, institution_code, file_identifier, as_of, received_at, request_id";

    static final String CARD = "insurer_number, symbol, number, branch, birthdate, consent_flag, identifier";

    private OqsBulkRows() {}

    static OqsBulk bulk(Row row) {
        return new OqsBulk(
                row.getString("reception_number"),
                InstitutionCode.of(row.getString("institution_code")),
                row.getString("file_identifier"),
                row.getLocalDate("as_of"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getUUID("request_id"));
    }

    static OqsBulk.Done done(Row row) {
        String number = row.getString("confirmation_number");
        String faults = row.getString("faults");
        return new OqsBulk.Done(
                row.getInteger("place"),
                card(row),
                number == null ? null : new ConfirmationNumber(number),
                faults == null
                        ? List.of()
                        : Stream.of(faults.split(",")).map(OqsFault::ofCode).toList());
    }

    static SearchInfo card(Row row) {
        return new SearchInfo(
                row.getString("insurer_number"),
                row.getString("symbol"),
                row.getString("number"),
                row.getString("branch"),
                row.getString("birthdate"),
                row.getString("consent_flag"),
                row.getString("identifier"));
    }
}
