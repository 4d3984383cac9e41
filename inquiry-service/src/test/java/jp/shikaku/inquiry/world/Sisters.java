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
                "shikaku.registration-url", registration.url());
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

    public StandIn eligibility() {
        return eligibility;
    }

    public StandIn registration() {
        return registration;
    }
}
