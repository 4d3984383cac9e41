package jp.shikaku.eligibility.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.shikaku.contracts.batch.BatchQuestion;
import jp.shikaku.contracts.confirmation.CertificateConfirmationRequest;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.eligibility.batch.file.SentRow;
import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.confirmation.CardQuestion;
import jp.shikaku.eligibility.confirmation.CertificateQuestion;
import jp.shikaku.eligibility.confirmation.Question;

/** Makes a question of a row, by the rules of a single one. */
final class RowReading {

    private final CertificateKeys keys;
    private final LocalDate today;

    /**
     * @param keys makes the key of a certificate
     * @param today the day meant by rows that name none
     */
    RowReading(CertificateKeys keys, LocalDate today) {
        this.keys = keys;
        this.today = today;
    }

    Row read(SentRow sent) {
        if (sent.isUnreadable()) {
            return new Row.Refused(sent.line(), null, sent.faults());
        }
        try {
            Question question = question(sent.question());
            return sent.faults().isEmpty()
                    ? new Row.Open(sent.line(), question)
                    : new Row.Refused(sent.line(), question.correlationId(), sent.faults());
        } catch (ProblemException e) {
            return new Row.Refused(sent.line(), CardQuestion.correlationIdOf(card(sent.question())), faults(sent, e));
        }
    }

    private Question question(BatchQuestion sent) {
        if (!isThere(sent.certificateSerial())) {
            return CardQuestion.read(card(sent), today);
        }
        if (Stream.of(sent.insurerNumber(), sent.symbol(), sent.number(), sent.branch(), sent.birthDate())
                .anyMatch(RowReading::isThere)) {
            throw new ProblemException(
                    ProblemType.VALUES_INVALID,
                    List.of(new InvalidField("/certificateSerial", ValueFault.CARD_OR_CERTIFICATE)));
        }
        return CertificateQuestion.read(
                new CertificateConfirmationRequest(sent.certificateSerial(), sent.asOf(), sent.correlationId()),
                keys::of,
                today);
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private static ConfirmationRequest card(BatchQuestion sent) {
        return new ConfirmationRequest(
                sent.insurerNumber(),
                sent.symbol(),
                sent.number(),
                sent.branch(),
                sent.birthDate(),
                sent.asOf(),
                sent.correlationId());
    }

    /** A value that could not even be read is not told to be missing, too. */
    private static List<InvalidField> faults(SentRow sent, ProblemException values) {
        Set<String> known = sent.faults().stream().map(InvalidField::pointer).collect(Collectors.toSet());
        List<InvalidField> all = new ArrayList<>(sent.faults());
        values.errors().stream()
                .filter(fault -> !known.contains(fault.pointer()))
                .forEach(all::add);
        return all;
    }
}
