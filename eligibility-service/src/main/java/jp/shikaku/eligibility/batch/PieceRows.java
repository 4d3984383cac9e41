package jp.shikaku.eligibility.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.eligibility.confirmation.CardQuestion;
import jp.shikaku.eligibility.confirmation.CertificateQuestion;
import jp.shikaku.eligibility.confirmation.Question;

/** The rows of a piece, as its arrays say them. */
final class PieceRows {

    private PieceRows() {}

    static List<Row> read(io.vertx.mutiny.sqlclient.Row piece) {
        Integer[] lines = piece.getArrayOfIntegers("lines");
        String[] ids = piece.getArrayOfStrings("correlation_ids");
        String[] faults = piece.getArrayOfStrings("faults");
        String[] answers = piece.getArrayOfStrings("confirmation_numbers");
        Asked asked = answers == null ? Asked.of(piece) : null;
        List<Row> rows = new ArrayList<>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            if (RowFaults.UNDETERMINED.equals(faults[i])) {
                rows.add(new Row.Undetermined(lines[i], ids[i]));
            } else if (faults[i] != null) {
                rows.add(new Row.Refused(lines[i], ids[i], RowFaults.read(faults[i])));
            } else if (asked == null) {
                rows.add(new Row.Answered(lines[i], ids[i], new ConfirmationNumber(answers[i])));
            } else {
                rows.add(new Row.Open(lines[i], asked.question(i, ids[i])));
            }
        }
        return rows;
    }

    /** {@code null} for a row that is open or answered. */
    static String faults(Row row) {
        if (row instanceof Row.Refused refused) {
            return RowFaults.write(refused.faults());
        }
        return row instanceof Row.Undetermined ? RowFaults.UNDETERMINED : null;
    }

    private record Asked(
            String[] insurers,
            String[] symbols,
            String[] numbers,
            String[] branches,
            String[] certificates,
            LocalDate[] birthDates,
            LocalDate[] asOfs) {

        static Asked of(io.vertx.mutiny.sqlclient.Row piece) {
            return new Asked(
                    piece.getArrayOfStrings("insurer_numbers"),
                    piece.getArrayOfStrings("symbols"),
                    piece.getArrayOfStrings("numbers"),
                    piece.getArrayOfStrings("branches"),
                    piece.getArrayOfStrings("certificate_keys"),
                    piece.getArrayOfLocalDates("birth_dates"),
                    piece.getArrayOfLocalDates("as_ofs"));
        }

        Question question(int i, String correlationId) {
            // None in what was taken over before rows could have one.
            if (certificates != null && certificates[i] != null) {
                return new CertificateQuestion(CertificateKey.of(certificates[i]), asOfs[i], correlationId);
            }
            InsuredCard card = InsuredCard.of(InsurerNumber.of(insurers[i]), symbols[i], numbers[i], branches[i]);
            return new CardQuestion(card, birthDates[i], asOfs[i], correlationId);
        }
    }
}
