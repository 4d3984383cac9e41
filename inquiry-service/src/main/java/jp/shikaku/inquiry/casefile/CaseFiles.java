package jp.shikaku.inquiry.casefile;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.casefile.CaseFile;
import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.progress.Progress;

/** Puts together why a display was shown: what eligibility answered, and where it waits in registration. */
@ApplicationScoped
class CaseFiles {

    private static final Logger LOG = Logger.getLogger(CaseFiles.class);

    private final EligibilityClient eligibility;
    private final RegistrationClient registration;
    private final CaseFileLookLog looks;
    private final Clock clock;

    CaseFiles(
            @RestClient EligibilityClient eligibility,
            @RestClient RegistrationClient registration,
            CaseFileLookLog looks,
            Clock clock) {
        this.eligibility = eligibility;
        this.registration = registration;
        this.looks = looks;
        this.clock = clock;
    }

    /** The case behind {@code number}, looked at by {@code agent}. */
    Uni<CaseFile> open(ConfirmationNumber number, String agent, String requestId) {
        OnBehalfOf person = new OnBehalfOf("hotline:" + agent);
        return looks.record(clock.instant(), agent, number, requestId)
                .chain(() -> standing(number, person, requestId))
                .flatMap(standing -> progress(standing, requestId).map(progress -> caseFile(standing, progress)));
    }

    private Uni<ConfirmationStanding> standing(ConfirmationNumber number, OnBehalfOf person, String requestId) {
        return eligibility
                .standing(number.value(), person.value(), requestId)
                .onFailure()
                .transform(CaseFiles::refusal);
    }

    /** Whatever a sister answers that is of no use to us is not the caller's mistake. */
    private static ProblemException refusal(Throwable failure) {
        if (failure instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == ProblemType.CONFIRMATION_NOT_FOUND.status()) {
            return ProblemType.CONFIRMATION_NOT_FOUND.exception();
        }
        LOG.warnf("no standing from eligibility: %s", failure.getClass().getName());
        return ProblemType.TEMPORARILY_UNAVAILABLE.exception();
    }

    /** Empty when registration cannot be asked: the agent is told so, and the rest of the case all the same. */
    private Uni<Optional<Progress>> progress(ConfirmationStanding standing, String requestId) {
        Uni<Progress> asked = byCard(standing)
                ? registration.progress(null, standing.subjectKey().value(), requestId)
                : registration.progress(standing.personKey().value(), null, requestId);
        return asked.map(Optional::of).onFailure().recoverWithItem(failure -> {
            LOG.warnf("no progress from registration: %s", failure.getClass().getName());
            return Optional.empty();
        });
    }

    /**
     * A card nobody is known behind may be waiting itself; over a card that was lost, and over an individual-number card,
     * the person is known.
     */
    private static boolean byCard(ConfirmationStanding standing) {
        Validity now = standing.now().validity();
        return standing.subjectKey() != null
                && (standing.personKey() == null || now == Validity.NOT_FOUND || now == Validity.SEVERAL_CANDIDATES);
    }

    private static CaseFile caseFile(ConfirmationStanding standing, Optional<Progress> progress) {
        Explanation explanation = Explanation.of(standing, progress);
        return new CaseFile(
                standing.confirmationNumber(),
                standing.askedAt(),
                standing.shown(),
                standing.now(),
                progress.orElse(null),
                explanation.sentence(),
                explanation.nextStep(),
                explanation.nextDate(),
                "/displays/" + DisplayId.of(standing.shown().validity()).slug());
    }
}
