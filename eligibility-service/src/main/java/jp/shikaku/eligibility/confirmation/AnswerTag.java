package jp.shikaku.eligibility.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import jakarta.ws.rs.core.EntityTag;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ShownCoverage;

/** The {@code ETag} of an answer: the same as long as the desk would be told the same. When it was asked is no part of it. */
final class AnswerTag {

    private static final int BYTES = 16;
    /** In no text that is told: the database keeps none. */
    private static final char BETWEEN = '\0';

    private static final int EXPECTED = 256;

    private AnswerTag() {}

    static EntityTag of(ConfirmationAnswer answer) {
        var told = new StringBuilder(EXPECTED);
        add(told, answer.asOf());
        add(told, answer.validity());
        add(told, answer.prescription().form());
        add(told, answer.medicalInfoAllowed());
        add(told, answer.reason());
        add(told, answer.notices());
        if (answer.coverage() != null) {
            add(told, answer.coverage());
        }
        byte[] hash = sha256().digest(told.toString().getBytes(StandardCharsets.UTF_8));
        return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
    }

    /** One by one: a record's own text of so many parts takes as long to make as the rest of the answer. */
    private static void add(StringBuilder told, ShownCoverage shown) {
        add(told, shown.insurerNumber().value());
        add(told, shown.symbol());
        add(told, shown.number());
        add(told, shown.branch());
        add(told, shown.cardClass());
        add(told, shown.cardIssuedOn());
        add(told, shown.cardValidFrom());
        add(told, shown.cardExpiresOn());
        add(told, shown.name());
        add(told, shown.nameKana());
        add(told, shown.nameOther());
        add(told, shown.nameOtherKana());
        add(told, shown.sex());
        add(told, shown.sexOnCard());
        add(told, shown.birthDate());
        add(told, shown.postalCode());
        add(told, shown.address());
        add(told, shown.relation());
        add(told, shown.burdenShare());
        add(told, shown.acquired());
        add(told, shown.lost());
        add(told, shown.lossReason());
    }

    private static void add(StringBuilder told, Object part) {
        told.append(part).append(BETWEEN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
