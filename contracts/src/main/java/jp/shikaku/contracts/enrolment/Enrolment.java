package jp.shikaku.contracts.enrolment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.Sex;

/**
 * The latest version of an enrolment, as its insurer sees it. The individual number is not given back (R5).
 *
 * @param version counts from 1; also the {@code ETag}
 * @param findings what the system check found; empty when nothing was in doubt
 * @param holdId the open hold; missing when nothing waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Enrolment(
        UUID id,
        int version,
        EnrolmentState state,
        InsurerNumber insurerNumber,
        String recordKey,
        String symbol,
        String number,
        String branch,
        CardClass cardClass,
        LocalDate cardIssuedOn,
        LocalDate cardValidFrom,
        LocalDate cardExpiresOn,
        String name,
        String nameKana,
        String nameOther,
        String nameOtherKana,
        LocalDate birthDate,
        Sex sex,
        Sex sexOnCard,
        String postalCode,
        String address,
        FamilyRelation relation,
        BurdenShare burdenShare,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason,
        OffsetDateTime enteredAt,
        List<Finding> findings,
        UUID holdId) {}
