package jp.shikaku.inquiry.notice.delivery;

import java.util.Map;
import java.util.UUID;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Links outlive the change of the key by which they were signed, and nothing else opens. */
class LinkTokensTest {

    private static final String OLD = ServiceEnvironment.secret("old");
    private static final String NEW = ServiceEnvironment.secret("new");

    private final UUID recipient = UUID.fromString("01a2052e-dc61-7fcf-af43-262c46e6d328");

    private static LinkTokens tokens(Map<String, String> keys) {
        return new LinkTokens(new SmallRyeConfigBuilder()
                .withMapping(NoticeConfig.class)
                .withDefaultValues(keys)
                .build()
                .getConfigMapping(NoticeConfig.class));
    }

    @Test
    void linkHoldsWhileItsKeyIsTheOneBefore() {
        String link = tokens(Map.of("shikaku.notice.link-key", OLD)).token(recipient);

        assertThat(tokens(Map.of("shikaku.notice.link-key", NEW, "shikaku.notice.previous-link-key", OLD))
                        .recipient(link))
                .contains(recipient);
        assertThat(tokens(Map.of("shikaku.notice.link-key", NEW)).recipient(link))
                .isEmpty();
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        LinkTokens tokens = tokens(Map.of("shikaku.notice.link-key", NEW));
        String link = tokens.token(recipient);

        assertThat(link).matches("[A-Za-z0-9_-]{43}");
        for (int i = 0; i < link.length() - 1; i++) {
            char other = link.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(tokens.recipient(link.substring(0, i) + other + link.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(tokens.recipient("")).isEmpty();
        assertThat(tokens.recipient("!")).isEmpty();
    }
}
