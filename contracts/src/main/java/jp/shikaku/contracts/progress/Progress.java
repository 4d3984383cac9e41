package jp.shikaku.contracts.progress;

import java.time.LocalDate;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How far a registration is. Told to the hotline through the inquiry service only; carries no data of the record (R1).
 *
 * @param since the date this stage began, in Japan; missing when nothing waits
 * @param dueOn the last day of the party that is waited for; missing when the law sets none
 * @param overdue whether that day has passed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(ProgressStage stage, LocalDate since, LocalDate dueOn, boolean overdue) {

    /** @throws NullPointerException when the stage is missing, or a date that its stage must have */
    public Progress {
        switch (stage) {
            case WAITING_FOR_EMPLOYER, WAITING_FOR_INSURER -> {
                Objects.requireNonNull(since, "since");
                Objects.requireNonNull(dueOn, "dueOn");
            }
            case BEING_CONFIRMED, BEING_LINKED -> Objects.requireNonNull(since, "since");
            case LINKED, NOTHING_KNOWN -> {
                // nothing waits
            }
        }
    }
}
