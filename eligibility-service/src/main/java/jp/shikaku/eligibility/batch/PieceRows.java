package jp.shikaku.eligibility.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.eligibility.confirmation.CardQuestion;

/** The rows of a piece, as its arrays say them. */
final class PieceRows {

    private PieceRows() {}

    static List<Row> read(io.vertx.mutiny.sqlclient.Row piece) {
        Integer[] lines = piece.getArrayOfIntegers("lines");
        String[] ids = piece.getArrayOfStrings("correlation_ids");
        String[] faults = piece.getArrayOfStrings("faults");
        String[] answers = piece.getArrayOfStrings("confirmation_numbers");
        Cards cards = answers == null ? Cards.of(piece) : null;
        List<Row> rows = new ArrayList<>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            if (RowFaults.UNDETERMINED.equals(faults[i])) {
                rows.add(new Row.Undetermined(lines[i], ids[i]));
            } else if (faults[i] != null) {
                rows.add(new Row.Refused(lines[i], ids[i], RowFaults.read(faults[i])));
            } else if (cards == null) {
                rows.add(new Row.Answered(lines[i], ids[i], new ConfirmationNumber(answers[i])));
            } else {
                rows.add(new Row.Open(lines[i], cards.question(i, ids[i])));
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

    private record Cards(
            String[] insurers,
            String[] symbols,
            String[] numbers,
            String[] branches,
            LocalDate[] birthDates,
            LocalDate[] asOfs) {

        static Cards of(io.vertx.mutiny.sqlclient.Row piece) {
            return new Cards(
                    piece.getArrayOfStrings("insurer_numbers"),
                    piece.getArrayOfStrings("symbols"),
                    piece.getArrayOfStrings("numbers"),
                    piece.getArrayOfStrings("branches"),
                    piece.getArrayOfLocalDates("birth_dates"),
                    piece.getArrayOfLocalDates("as_ofs"));
        }

        CardQuestion question(int i, String correlationId) {
            InsuredCard card = InsuredCard.of(InsurerNumber.of(insurers[i]), symbols[i], numbers[i], branches[i]);
            return new CardQuestion(card, birthDates[i], asOfs[i], correlationId);
        }
    }
}
