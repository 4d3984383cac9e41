package jp.shikaku.contracts.linkage;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

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
        String name,
        String nameKana,
        Sex sex,
        LocalDate birthDate,
        FamilyRelation relation,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason,
        boolean medicalInfoAllowed,
        CoverageState state) {}
