package jp.shikaku.local.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A request that the gateway has taken. Taken is a request once: the same file dropped again is another one, and a file that
 * is taken up again after a crash is the same.
 *
 * @param id of this taking
 * @param name of the file as it was dropped
 */
record Claim(String id, String name) {

    private static final String SEPARATOR = "~";
    private static final int BUFFER = 16 * 1024;

    static Claim of(String fileName) {
        return new Claim(UUID.randomUUID().toString(), fileName);
    }

    /** Reads what {@link #fileName()} made. */
    static Claim read(Path file) {
        String[] parts = file.getFileName().toString().split(SEPARATOR, 2);
        return new Claim(parts[0], parts.length == 2 ? parts[1] : parts[0]);
    }

    String fileName() {
        return id + SEPARATOR + name;
    }

    /** Names this request to the service, however often it is sent: SHA-256 over taking, name and content, as 64 digits. */
    String idempotencyKey(Path content) throws IOException {
        MessageDigest digest = sha256();
        digest.update(fileName().getBytes(StandardCharsets.UTF_8));
        try (var in = Files.newInputStream(content)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
