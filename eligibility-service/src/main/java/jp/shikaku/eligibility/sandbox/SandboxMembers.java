package jp.shikaku.eligibility.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.certificate.BindingOutcome;
import jp.shikaku.contracts.certificate.BoundCertificate;
import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.eligibility.coverage.CoverageIntake;
import jp.shikaku.eligibility.coverage.CoverageStore;
import jp.shikaku.kit.problem.Outage;

/** Links the members of the sandbox when the service starts, as registration would. */
@ApplicationScoped
class SandboxMembers {

    private static final Logger LOG = Logger.getLogger(SandboxMembers.class);
    private static final String MEMBERS = "/sandbox/members.json";
    /** A machine on which everything starts at once takes longer than a statement may, now and then several times. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Sandbox sandbox;
    private final CoverageIntake intake;
    private final CoverageStore store;
    private final SandboxCertificates certificates;
    private final ObjectMapper json;
    private final String issuer;

    SandboxMembers(
            Sandbox sandbox,
            CoverageIntake intake,
            CoverageStore store,
            SandboxCertificates certificates,
            ObjectMapper json,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.sandbox = sandbox;
        this.intake = intake;
        this.store = store;
        this.certificates = certificates;
        this.json = json;
        this.issuer = issuer;
    }

    void link(@Observes StartupEvent event) throws IOException {
        if (!sandbox.isEnabled()) {
            return;
        }
        SandboxGuard.check(issuer, patiently(() -> store.holdsOthersThan(SandboxBehaviour.INSURER)));
        List<JsonNode> members = members();
        for (CoverageResult result : patiently(() -> intake.apply(members))) {
            if (result.outcome() != CoverageOutcome.APPLIED && result.outcome() != CoverageOutcome.APPLIED_BEFORE) {
                throw new IllegalStateException("a member of the sandbox was not linked: " + result);
            }
        }
        List<BoundCertificate> cards = certificates.today(json);
        if (patiently(() -> certificates.link(cards)).contains(BindingOutcome.CONFLICT)) {
            throw new IllegalStateException("a certificate of the sandbox was said to be another's today");
        }
        LOG.warn("the sandbox is open: its made-up cards are answered, and every answer says so");
    }

    /** Linking twice is linking once: whatever came of an attempt that was given up, the next may say it again. */
    private static <T> T patiently(Supplier<Uni<? extends T>> step) {
        return Uni.createFrom()
                .deferred(step)
                .onFailure(Outage::isOutage)
                .retry()
                .withBackOff(PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .await()
                .atMost(PATIENCE.multipliedBy(2));
    }

    private List<JsonNode> members() throws IOException {
        try (InputStream file = SandboxMembers.class.getResourceAsStream(MEMBERS)) {
            List<JsonNode> members = new ArrayList<>();
            json.readTree(file).forEach(members::add);
            return members;
        }
    }
}
