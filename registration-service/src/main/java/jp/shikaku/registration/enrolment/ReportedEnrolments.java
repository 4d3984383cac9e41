package jp.shikaku.registration.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.registration.report.EnrolledPersons;

/** Enters what was reported, the way that everything is entered. */
@ApplicationScoped
class ReportedEnrolments implements EnrolledPersons {

    private final Enrolments enrolments;

    ReportedEnrolments(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public Uni<Enrolment> enrol(InsurerNumber insurer, String enteredBy, IdempotencyKey key, EnrolmentRequest request) {
        return enrolments.enrol(insurer, enteredBy, key, request);
    }

    @Override
    public Uni<Enrolment> end(
            InsurerNumber insurer,
            String enteredBy,
            UUID enrolment,
            IndividualNumber number,
            LocalDate lost,
            LossReason reason) {
        return enrolments
                .find(insurer, enrolment)
                .map(found -> found.orElseThrow(ProblemType.ENROLMENT_NOT_FOUND::exception))
                .flatMap(latest -> enrolments.correct(
                        insurer, enteredBy, enrolment, latest.version(), ended(latest, number, lost, reason)));
    }

    @Override
    public Uni<Optional<Enrolment>> find(InsurerNumber insurer, UUID enrolment) {
        return enrolments.find(insurer, enrolment);
    }

    /** As it is, but for its end. */
    private static EnrolmentRequest ended(
            Enrolment latest, IndividualNumber number, LocalDate lost, LossReason reason) {
        return new EnrolmentRequest(
                latest.recordKey(),
                number.value(),
                latest.symbol(),
                latest.number(),
                latest.branch(),
                text(latest.cardClass(), CardClass::code),
                text(latest.cardIssuedOn(), LocalDate::toString),
                text(latest.cardValidFrom(), LocalDate::toString),
                text(latest.cardExpiresOn(), LocalDate::toString),
                latest.name(),
                latest.nameKana(),
                latest.nameOther(),
                latest.nameOtherKana(),
                latest.birthDate().toString(),
                latest.sex().code(),
                text(latest.sexOnCard(), Sex::code),
                latest.postalCode(),
                latest.address(),
                latest.relation().code(),
                text(latest.burdenShare(), BurdenShare::code),
                latest.acquired().toString(),
                lost.toString(),
                text(reason, LossReason::code));
    }

    private static <T> String text(T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }
}
