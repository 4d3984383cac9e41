package jp.shikaku.eligibility.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The example that docs/watch.md gives to whoever writes a receiver. */
class WorkedExampleTest {

    private static final Pattern LINE =
            Pattern.compile("^(secret|id|timestamp|body|signature) +(.+)$", Pattern.MULTILINE);

    @Test
    void signatureOfTheExampleIsTheOneWeWouldSend() throws IOException {
        Map<String, String> example = LINE.matcher(
                        Files.readString(Path.of(System.getProperty("shikaku.root"), "docs", "watch.md")))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (first, second) -> first));
        byte[] secret = Base64.getDecoder().decode(example.get("secret").substring("whsec_".length()));

        assertThat(SigningSecrets.text(secret)).isEqualTo(example.get("secret"));
        assertThat(MessageSignature.of(
                        secret, example.get("id"), Long.parseLong(example.get("timestamp")), example.get("body")))
                .isEqualTo(example.get("signature"));
        assertThat(MessageSignature.of(
                        secret, example.get("id"), Long.parseLong(example.get("timestamp")) + 1, example.get("body")))
                .isNotEqualTo(example.get("signature"));
    }
}
