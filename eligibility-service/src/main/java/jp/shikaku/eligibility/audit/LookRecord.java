package jp.shikaku.eligibility.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.mutiny.sqlclient.Tuple;

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

    /** The columns of table {@code look}, in the order {@link #addTo} writes them. */
    public static final String COLUMNS =
            """
            id, at, actor_role, actor_id, on_behalf_of, purpose, confirmation_number, as_of, validity, subject_key, \
            person_key, enrolment_id, request_id, coverage_shown""";

    /** Casts, because PostgreSQL takes the parameters of a {@code select} for text. */
    private static final String[] TYPES = {
        "uuid",
        "timestamptz",
        "text",
        "text",
        "text",
        "text",
        "text",
        "date",
        "smallint",
        "text",
        "text",
        "uuid",
        "uuid",
        "boolean"
    };

    /** Writes any number of them by one statement. */
    static final RowsInsert<LookRecord> INSERT = RowsInsert.<LookRecord>into("look")
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

    /** {@code $first::uuid, …}: the parameters for {@link #COLUMNS}, counted from {@code first}. */
    public static String placeholders(int first) {
        return IntStream.range(0, TYPES.length)
                .mapToObj(i -> "$" + (first + i) + "::" + TYPES[i])
                .collect(Collectors.joining(", "));
    }

    /** Appends the values of {@link #COLUMNS} to {@code parameters}. */
    public void addTo(Tuple parameters) {
        parameters.addUUID(UuidCreator.getTimeOrderedEpoch());
        parameters.addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        parameters.addString(looker.role());
        parameters.addString(looker.id());
        parameters.addString(looker.onBehalfOf().map(it -> it.value()).orElse(null));
        parameters.addString(purpose.name());
        parameters.addString(confirmationNumber.value());
        parameters.addLocalDate(asOf);
        parameters.addShort((short) validity.code());
        parameters.addString(subject.map(SubjectKey::value).orElse(null));
        parameters.addString(person.map(PersonKey::value).orElse(null));
        parameters.addUUID(enrolmentId.orElse(null));
        parameters.addUUID(UUID.fromString(looker.requestId()));
        parameters.addBoolean(coverageShown);
    }
}
