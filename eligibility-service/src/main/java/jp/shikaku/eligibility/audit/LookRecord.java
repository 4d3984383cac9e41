package jp.shikaku.eligibility.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.database.RowsInsert;

/**
 * One look at a person, to be written before its answer goes out (R6).
 *
 * @param subject of the card asked about; empty when it was asked by certificate
 * @param enrolmentId the coverage that was looked at
 * @param coverageShown whether its data are in the answer
 */
public record LookRecord(
        Instant at,
        Looker looker,
        LookPurpose purpose,
        ConfirmationNumber confirmationNumber,
        LocalDate asOf,
        Validity validity,
        Optional<SubjectKey> subject,
        Optional<PersonKey> person,
        Optional<UUID> enrolmentId,
        boolean coverageShown) {

    /** Writes any number of them by one statement. */
    public static final RowsInsert<LookRecord> ROWS = RowsInsert.<LookRecord>into("look")
            .uuid("id", it -> UuidCreator.getTimeOrderedEpoch())
            .moment("at", LookRecord::at)
            .text("actor_role", it -> it.looker().role())
            .text("actor_id", it -> it.looker().id())
            .text(
                    "on_behalf_of",
                    it -> it.looker().onBehalfOf().map(OnBehalfOf::value).orElse(null))
            .code("purpose", LookRecord::purpose)
            .text("confirmation_number", it -> it.confirmationNumber().value())
            .date("as_of", LookRecord::asOf)
            .integer("validity", it -> it.validity().code())
            .text("subject_key", it -> it.subject().map(SubjectKey::value).orElse(null))
            .text("person_key", it -> it.person().map(PersonKey::value).orElse(null))
            .uuid("enrolment_id", it -> it.enrolmentId().orElse(null))
            .uuid("request_id", it -> UUID.fromString(it.looker().requestId()))
            .bool("coverage_shown", LookRecord::coverageShown)
            .build();
}
