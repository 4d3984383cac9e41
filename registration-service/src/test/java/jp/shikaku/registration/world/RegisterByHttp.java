package jp.shikaku.registration.world;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service with the resident register behind a line: {@link RegisterStandIn} instead of the local table. */
public class RegisterByHttp implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("shikaku.resident-register.kind", "http");
    }
}
