package jp.shikaku.kit.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people sign in at the pages. */
@ConfigMapping(prefix = "shikaku.sign-in")
public interface SignInConfig {

    /**
     * Private key (PEM, PKCS #8, RSA) with which this service signs tokens by itself, for whoever asks on the same machine.
     * For a local system only: with it nobody has to prove anything.
     */
    Optional<Path> localKey();

    /** Parties that the local sign-in offers at a click, as {@code role:id}, such as {@code institution:1319999999}. */
    Optional<List<String>> examples();

    /** How long a local sign-in lasts. */
    @WithDefault("PT8H")
    Duration lasts();
}
