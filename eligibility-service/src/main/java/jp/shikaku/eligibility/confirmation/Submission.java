package jp.shikaku.eligibility.confirmation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;

import jp.shikaku.contracts.confirmation.CertificateConfirmationRequest;
import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.kit.request.IdempotencyKey;

/**
 * One sending of a question.
 *
 * @param idempotencyKey {@code null} when the caller sent none
 * @param fingerprint SHA-256 over the request as it was sent, before "today" was filled in: repeated after midnight it
 *     is still the same
 */
public record Submission(String idempotencyKey, byte[] fingerprint) {

    /** @throws jp.shikaku.contracts.problem.ProblemException when {@code header} is no idempotency key */
    public static Submission of(String header, ConfirmationRequest request) {
        return of(
                header,
                Stream.of(
                        request.insurerNumber(),
                        request.symbol(),
                        request.number(),
                        request.branch(),
                        request.birthDate(),
                        request.asOf(),
                        request.correlationId()));
    }

    /** The same for a question by certificate; of that only its key is kept, and never its serial number. */
    public static Submission of(String header, CertificateKey certificate, CertificateConfirmationRequest request) {
        return of(header, Stream.of(certificate.value(), request.asOf(), request.correlationId()));
    }

    private static Submission of(String header, Stream<String> texts) {
        String key = header == null ? null : IdempotencyKey.required(header).value();
        MessageDigest digest = sha256();
        texts.forEach(text -> update(digest, text));
        return new Submission(key, digest.digest());
    }

    /** Each text after its length, so that no two requests make the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        int length = text == null ? -1 : bytes.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
