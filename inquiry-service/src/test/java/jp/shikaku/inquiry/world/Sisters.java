package jp.shikaku.inquiry.world;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The other ends of this service's calls. */
public class Sisters implements QuarkusTestResourceLifecycleManager {

    private StandIn eligibility;
    private StandIn registration;

    @Override
    public Map<String, String> start() {
        eligibility = new StandIn();
        registration = new StandIn();
        return Map.of(
                "shikaku.eligibility-url", eligibility.url(),
                "shikaku.registration-url", registration.url(),
                // As behind a gateway: a test says itself from which address it calls.
                "quarkus.http.proxy.proxy-address-forwarding", "true");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Sisters.class));
    }

    @Override
    public void stop() {
        eligibility.close();
        registration.close();
    }

    /** Back to the usual: a card that is not valid, and nothing known of it; what arrived is forgotten. */
    public void bothAnswer() {
        eligibility.answers(200, Answers.standing(2, 2));
        registration.answers(200, Answers.NOTHING_KNOWN);
        eligibility.forget();
        registration.forget();
    }

    public StandIn eligibility() {
        return eligibility;
    }

    public StandIn registration() {
        return registration;
    }
}
