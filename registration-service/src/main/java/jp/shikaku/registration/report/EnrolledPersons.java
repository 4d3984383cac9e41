package jp.shikaku.registration.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.request.IdempotencyKey;

/** The records of the insurers, where what was reported is entered. */
public interface EnrolledPersons {

    /**
     * Enrols a person, in a transaction of its own; the same key again gives the same enrolment.
     *
     * @param enteredBy the person who enters it
     * @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted
     */
    Uni<Enrolment> enrol(InsurerNumber insurer, String enteredBy, IdempotencyKey key, EnrolmentRequest request);

    /**
     * Enters the end of a coverage as a new version of its record, in a transaction of its own.
     *
     * @param number whose record it is: a record is entered with it, every time
     * @param reason {@code null} when it was not told
     */
    Uni<Enrolment> end(
            InsurerNumber insurer,
            String enteredBy,
            UUID enrolment,
            IndividualNumber number,
            LocalDate lost,
            LossReason reason);

    /** The latest version of one of the insurer's records. */
    Uni<Optional<Enrolment>> find(InsurerNumber insurer, UUID enrolment);
}
