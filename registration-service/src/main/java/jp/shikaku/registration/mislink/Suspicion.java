package jp.shikaku.registration.mislink;

import java.util.UUID;

import jp.shikaku.contracts.mislink.MislinkObservation;
import jp.shikaku.contracts.mislink.MislinkReportRequest;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;

/**
 * A report that can be acted on.
 *
 * @param note {@code null} when none was given
 */
record Suspicion(Subject subject, MislinkObservation observation, String note) {

    private static final int MAX_NOTE = 500;

    /** What the reporter knows the record by. */
    sealed interface Subject {

        record ByEnrolment(UUID id) implements Subject {}

        record ByConfirmation(ConfirmationNumber number) implements Subject {}

        record ByReport(UUID id) implements Subject {}
    }

    /**
     * @param role of the reporter: each knows a record by something else
     * @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted
     */
    static Suspicion read(MislinkReportRequest request, String role) {
        ValueReader reader = new ValueReader();
        UUID enrolment = reader.optional("/enrolmentId", request.enrolmentId(), Suspicion::uuid);
        ConfirmationNumber number =
                reader.optional("/confirmationNumber", request.confirmationNumber(), ConfirmationNumber::of);
        UUID report = reader.optional("/reportId", request.reportId(), Suspicion::uuid);
        MislinkObservation observation = reader.required("/observation", request.observation(), MislinkObservation::of);
        String note = observation == MislinkObservation.OTHER
                ? reader.requiredText("/note", request.note(), MAX_NOTE)
                : reader.optionalText("/note", request.note(), MAX_NOTE);
        if (reader.allValid() && !isOf(role, enrolment, number, report)) {
            reader.refuse("", ValueFault.ONE_OF_THREE);
        }
        reader.refuseIfAnyInvalid();
        return new Suspicion(subject(enrolment, number, report), observation, note);
    }

    private static boolean isOf(String role, UUID enrolment, ConfirmationNumber number, UUID report) {
        boolean onlyEnrolment = enrolment != null && number == null && report == null;
        boolean onlyNumber = enrolment == null && number != null && report == null;
        boolean onlyReport = enrolment == null && number == null && report != null;
        return switch (role) {
            case Roles.INSURER -> onlyEnrolment;
            case Roles.INSTITUTION, Roles.HOTLINE -> onlyNumber;
            case Roles.EMPLOYER -> onlyReport;
            default -> onlyEnrolment || onlyNumber;
        };
    }

    private static Subject subject(UUID enrolment, ConfirmationNumber number, UUID report) {
        if (enrolment != null) {
            return new Subject.ByEnrolment(enrolment);
        }
        return number == null ? new Subject.ByReport(report) : new Subject.ByConfirmation(number);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
    }
}
