package jp.shikaku.local.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;

/** Everybody who calls, each with a token of this machine's identity. */
public final class Parties {

    private static final Duration TOKEN_VALID = Duration.ofHours(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final LocalIdentity identity;
    private final Map<String, Party> known = new ConcurrentHashMap<>();

    public Parties(LocalIdentity identity) {
        this.identity = identity;
    }

    public Party of(Role role, String id) {
        return known.computeIfAbsent(
                role.wireName() + ":" + id, key -> new Party(client, identity.token(role, id, TOKEN_VALID)));
    }

    /** Without a token: for the admin ports. */
    public HttpClient client() {
        return client;
    }
}
