package jp.shikaku.eligibility.coverage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import jp.shikaku.contracts.linkage.CoverageVersion;

/** Tells two contents of one version apart, without keeping either. */
final class ContentHash {

    /** How the hash is made: raised whenever that changes, so that nobody compares what cannot be compared. */
    private static final byte MANNER = 2;

    private ContentHash() {}

    /** {@link #MANNER}, then SHA-256 over every component; not over the record's own text: keys hide themselves there. */
    static byte[] of(CoverageVersion content) {
        MessageDigest digest = sha256();
        components(content)
                .map(component -> component == null ? null : component.toString())
                .forEach(text -> update(digest, text));
        byte[] hash = digest.digest();
        return ByteBuffer.allocate(1 + hash.length).put(MANNER).put(hash).array();
    }

    /**
     * Whether {@code kept} and {@code given} can be of one content. A hash that was made in another manner says nothing,
     * and is taken for the same: the version number says so, and a sender repeats itself more often than it errs.
     */
    static boolean mayBeSame(byte[] kept, byte[] given) {
        return !comparable(kept) || Arrays.equals(kept, given);
    }

    private static boolean comparable(byte[] kept) {
        return kept.length == 1 + sha256().getDigestLength() && kept[0] == MANNER;
    }

    private static Stream<Object> components(CoverageVersion content) {
        return Stream.of(
                content.personKey().value(),
                content.insurerNumber().value(),
                content.symbol(),
                content.number(),
                content.branch(),
                content.cardClass(),
                content.cardIssuedOn(),
                content.cardValidFrom(),
                content.cardExpiresOn(),
                content.name(),
                content.nameKana(),
                content.nameOther(),
                content.nameOtherKana(),
                content.sex(),
                content.sexOnCard(),
                content.birthDate(),
                content.postalCode(),
                content.address(),
                content.relation(),
                content.burdenShare(),
                content.acquired(),
                content.lost(),
                content.lossReason(),
                content.medicalInfoAllowed(),
                content.state());
    }

    /** Each text after its length, and what is missing apart from what is empty: no two contents make the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
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
