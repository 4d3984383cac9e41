package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;

import io.vertx.mutiny.sqlclient.Row;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.CertificateKey;

/** The columns that say by what it was asked: those of a card, or that of a certificate. The others are {@code null}. */
record AskedBy(
        String insurer,
        String symbol,
        String number,
        String branch,
        LocalDate birthDate,
        String subject,
        String certificate) {

    static AskedBy of(Confirmation confirmation) {
        if (confirmation.question() instanceof CardQuestion asked) {
            InsuredCard card = asked.card();
            return new AskedBy(
                    card.insurerNumber().value(),
                    card.symbol().orElse(null),
                    card.number(),
                    card.branch().orElse(null),
                    asked.birthDate(),
                    confirmation.subject().value(),
                    null);
        }
        CertificateQuestion asked = (CertificateQuestion) confirmation.question();
        return new AskedBy(
                null, null, null, null, null, null, asked.certificate().value());
    }

    static Question question(Row row) {
        LocalDate asOf = row.getLocalDate("as_of");
        String correlationId = row.getString("correlation_id");
        String certificate = row.getString("certificate_key");
        if (certificate != null) {
            return new CertificateQuestion(CertificateKey.of(certificate), asOf, correlationId);
        }
        InsuredCard card = InsuredCard.of(
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("symbol"),
                row.getString("number"),
                row.getString("branch"));
        return new CardQuestion(card, row.getLocalDate("birth_date"), asOf, correlationId);
    }
}
