package jp.shikaku.contracts.oqs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a document is encoded in. An answer is encoded as its request was.
 *
 * <p>What calls itself Shift_JIS is read and written as windows-31j, as every Windows program does: under the standard of
 * that name 髙, ①, ～ and － cannot be read.
 */
public enum OqsCharset {
    UTF_8("UTF-8", StandardCharsets.UTF_8, "0", Set.of("utf-8", "utf8")),
    SHIFT_JIS(
            "Shift_JIS",
            Charset.forName("windows-31j"),
            "1",
            Set.of("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "ms932", "cp932"));

    private final String declared;
    private final Charset charset;
    private final String identifier;
    private final Set<String> names;

    OqsCharset(String declared, Charset charset, String identifier, Set<String> names) {
        this.declared = declared;
        this.charset = charset;
        this.identifier = identifier;
        this.names = names;
    }

    /** The charset that an XML declaration calls {@code name}; empty for any other than these two. */
    public static Optional<OqsCharset> ofDeclared(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (OqsCharset each : values()) {
            if (each.names.contains(lower)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** As it stands in the XML declaration and in {@code Content-Type}. */
    public String declared() {
        return declared;
    }

    public Charset charset() {
        return charset;
    }

    /** {@code CharacterCodeIdentifier} (OQSCD005): public clients disagree on it, and most of them read 0 and 1. */
    public String identifier() {
        return identifier;
    }
}
