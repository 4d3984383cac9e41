package jp.shikaku.contracts.linkage;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;

/**
 * One cleared version of an enrolment, as registration hands it to eligibility. Always the whole state, never a
 * difference: a version that is missed does no harm once a later one arrives. The individual number is not in it (R5).
 *
 * @param personKey key of the person
 * @param symbol 記号 as entered
 * @param number 番号 as entered
 * @param branch 枝番, two digits; missing on old cards
 * @param cardExpiresOn the last day on which the card is valid; missing when it says none
 * @param sexOnCard what the card shows where it is not {@code sex}; missing otherwise
 * @param postalCode seven digits, missing where it was not entered
 * @param lost first day without coverage; missing while it lasts
 * @param medicalInfoAllowed whether medical information may be viewed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageVersion(
        PersonKey personKey,
        InsurerNumber insurerNumber,
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
        Sex sex,
        Sex sexOnCard,
        LocalDate birthDate,
        String postalCode,
        String address,
        FamilyRelation relation,
        BurdenShare burdenShare,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason,
        boolean medicalInfoAllowed,
        CoverageState state) {}
