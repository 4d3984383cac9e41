package jp.shikaku.eligibility.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.eligibility.coverage.CoverageIntake;
import jp.shikaku.eligibility.coverage.CoverageStore;

/** Links the members of the sandbox when the service starts, as registration would. */
@ApplicationScoped
class SandboxMembers {

    private static final Logger LOG = Logger.getLogger(SandboxMembers.class);
    private static final String MEMBERS = "/sandbox/members.json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        SandboxGuard.check(
                issuer, store.holdsOthersThan(SandboxBehaviour.INSURER).await().atMost(PATIENCE));
        for (CoverageResult result : intake.apply(members()).await().atMost(PATIENCE)) {
            if (result.outcome() != CoverageOutcome.APPLIED && result.outcome() != CoverageOutcome.APPLIED_BEFORE) {
                throw new IllegalStateException("a member of the sandbox was not linked: " + result);
            }
        }
        certificates.link(json, PATIENCE);
        LOG.warn("the sandbox is open: its made-up cards are answered, and every answer says so");
    }

    private List<JsonNode> members() throws IOException {
        try (InputStream file = SandboxMembers.class.getResourceAsStream(MEMBERS)) {
            List<JsonNode> members = new ArrayList<>();
            json.readTree(file).forEach(members::add);
            return members;
        }
    }
}
