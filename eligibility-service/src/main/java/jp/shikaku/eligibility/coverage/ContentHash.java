package jp.shikaku.eligibility.coverage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.shikaku.contracts.linkage.CoverageVersion;

/** Tells two contents of one version apart, without keeping either. */
final class ContentHash {

    private static final String SEPARATOR = "\u001f";

    private ContentHash() {}

    /** SHA-256 over every component. Not over the record's own text: keys and cards hide themselves there. */
    static byte[] of(CoverageVersion content) {
        String components = Stream.of(
                        content.personKey().value(),
                        content.insurerNumber().value(),
                        content.symbol(),
                        content.number(),
                        content.branch(),
                        content.name(),
                        content.nameKana(),
                        content.sex(),
                        content.birthDate(),
                        content.relation(),
                        content.acquired(),
                        content.lost(),
                        content.lossReason(),
                        content.medicalInfoAllowed(),
                        content.state())
                .map(String::valueOf)
                .collect(Collectors.joining(SEPARATOR));
        try {
            return MessageDigest.getInstance("SHA-256").digest(components.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
