package jp.shikaku.registration.mislink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.confirmation.ShownEnrolment;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.sister.SisterAnswer;
import jp.shikaku.registration.sister.SisterReader;

/** What eligibility knows of a display: which record it showed, and who looked at a record. */
@ApplicationScoped
class Eligibility {

    private static final Logger LOG = Logger.getLogger(Eligibility.class);

    private final EligibilityClient client;
    private final SisterReader reader;

    Eligibility(@RestClient EligibilityClient client, SisterReader reader) {
        this.client = client;
        this.reader = reader;
    }

    /**
     * The record behind a confirmation.
     *
     * @throws ProblemException of type {@code confirmation-not-found}; {@code temporarily-unavailable} when eligibility
     *     cannot be asked
     */
    Uni<ShownEnrolment> shownBy(ConfirmationNumber number, OnBehalfOf reporter, String requestId) {
        return asked(client.shownEnrolment(number.value(), reporter.value(), requestId))
                .map(answer -> {
                    if (answer.problemCode().equals(ProblemType.CONFIRMATION_NOT_FOUND.code())) {
                        throw ProblemType.CONFIRMATION_NOT_FOUND.exception();
                    }
                    return expected(answer, new TypeReference<ShownEnrolment>() {});
                });
    }

    /**
     * The looks at a record since it was given out, oldest first.
     *
     * @param since {@code null} for all
     * @throws ProblemException of type {@code temporarily-unavailable} when eligibility cannot be asked
     */
    Uni<Page<Look>> looks(
            UUID enrolmentId, Optional<Instant> since, InsurerNumber insurer, PageRequest page, String requestId) {
        String from = since.map(JapanTime::wire).map(Object::toString).orElse(null);
        return asked(client.looks(
                        enrolmentId,
                        from,
                        page.after(),
                        page.limit(),
                        Roles.INSURER + ":" + insurer.value(),
                        requestId))
                .map(answer -> answer.problemCode().equals(ProblemType.COVERAGE_NOT_FOUND.code())
                        ? new Page<>(List.of(), null) // it never arrived there: nobody can have looked
                        : expected(answer, new TypeReference<Page<Look>>() {}));
    }

    private Uni<SisterAnswer> asked(Uni<RestResponse<String>> question) {
        return question.map(reader::read)
                .onFailure()
                .transform(failure -> unavailable(failure.getClass().getName()));
    }

    private static <T> T expected(SisterAnswer answer, TypeReference<T> type) {
        if (!answer.isSuccess()) {
            throw unavailable(answer.status() + " " + answer.problemCode());
        }
        return answer.as(type).orElseThrow(() -> unavailable("answer that cannot be read"));
    }

    /** Whatever a sister answers that is of no use to us is not the caller's mistake. */
    private static ProblemException unavailable(String reason) {
        LOG.warnf("eligibility cannot be asked about a display: %s", reason);
        return ProblemType.TEMPORARILY_UNAVAILABLE.exception();
    }
}
