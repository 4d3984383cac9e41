package jp.shikaku.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Files that only their owner may read (mode 0600). */
public final class SecretFile {

    private SecretFile() {}

    /** Writes {@code text}, closed to others from its first byte on; a reader sees the old file or the new one. */
    public static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new-" + Owner.current());
        Files.deleteIfExists(fresh);
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), closed)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The text of {@code file}, which is filled with {@code bytes} random bytes in base64 when it does not exist. */
    public static String readOrGenerate(Path file, int bytes) throws IOException {
        if (!Files.exists(file)) {
            write(file, random(bytes));
        }
        return Files.readString(file).strip();
    }

    public static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
