package jp.shikaku.eligibility.confirmation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import jp.shikaku.contracts.confirmation.CertificateConfirmationRequest;
import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;

/** By the certificate on an individual-number card: about whatever its holder is covered by. */
public record CertificateQuestion(CertificateKey certificate, LocalDate asOf, String correlationId)
        implements Question {

    /**
     * @param keys makes the key of a certificate
     * @param today the day meant when the request names none
     * @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted
     */
    public static CertificateQuestion read(
            CertificateConfirmationRequest request, Function<CertificateSerial, CertificateKey> keys, LocalDate today) {
        if (request == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        ValueReader reader = new ValueReader();
        CertificateSerial serial =
                reader.required("/certificateSerial", request.certificateSerial(), CertificateSerial::of);
        LocalDate asOf = reader.optional("/asOf", request.asOf(), WireDate::parse);
        String correlationId = reader.optionalText("/correlationId", request.correlationId(), MAX_CORRELATION_ID);
        reader.refuseIfAnyInvalid();
        return new CertificateQuestion(
                keys.apply(serial), Optional.ofNullable(asOf).orElse(today), correlationId);
    }

    @Override
    public CertificateQuestion on(LocalDate day) {
        return new CertificateQuestion(certificate, day, correlationId);
    }
}
