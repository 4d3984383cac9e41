package jp.shikaku.eligibility.testing;

import io.restassured.response.Response;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

/** Asks how a confirmation stands, as the inquiry service does for somebody at the hotline. */
public final class Hotline {

    public static final String AGENT = "hotline:agent-7";

    private Hotline() {}

    public static Response standing(String confirmationNumber) {
        return Tokens.as(Role.SERVICE, "inquiry")
                .header("X-On-Behalf-Of", AGENT)
                .get("/confirmations/{number}/standing", confirmationNumber);
    }
}
