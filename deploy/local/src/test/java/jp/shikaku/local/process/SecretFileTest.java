package jp.shikaku.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFileTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsMadeOnceAndClosedToOthers() throws IOException {
        var file = folder.resolve("key");
        var first = SecretFile.readOrGenerate(file, 32);

        assertThat(SecretFile.readOrGenerate(file, 32)).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void writingLeavesNoOtherFile() throws IOException {
        SecretFile.write(folder.resolve("token"), "first");
        SecretFile.write(folder.resolve("token"), "second");
        assertThat(folder.toFile().list()).containsExactly("token");
        assertThat(folder.resolve("token")).hasContent("second");
    }
}
