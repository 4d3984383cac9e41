package jp.shikaku.eligibility.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import jakarta.ws.rs.core.EntityTag;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;

/** The {@code ETag} of an answer: the same as long as the desk would be told the same. When it was asked is no part of it. */
final class AnswerTag {

    private static final int BYTES = 16;

    private AnswerTag() {}

    static EntityTag of(ConfirmationAnswer answer) {
        String told = List.of(
                        answer.asOf(),
                        answer.validity(),
                        answer.prescription().form(),
                        answer.medicalInfoAllowed(),
                        String.valueOf(answer.coverage()),
                        String.valueOf(answer.reason()),
                        String.valueOf(answer.notices()))
                .toString();
        byte[] hash = sha256().digest(told.getBytes(StandardCharsets.UTF_8));
        return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
