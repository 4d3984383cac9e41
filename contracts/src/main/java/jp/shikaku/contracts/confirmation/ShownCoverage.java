package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.Sex;

/**
 * The coverage on the card asked about, as far as it may be shown. The coverage a person has elsewhere is never shown
 * here, only that there is one.
 *
 * @param acquired 資格取得年月日
 * @param lost 資格喪失年月日, the first day without coverage; missing while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownCoverage(
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
        LossReason lossReason) {}
