package jp.shikaku.contracts.confirmation;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.Sex;

/**
 * The coverage on the card asked about, as far as it may be shown. The coverage a person has elsewhere is never shown
 * here, only that there is one.
 *
 * @param cardClass 被保険者証区分
 * @param cardExpiresOn the last day on which the card is valid; missing when it says none
 * @param nameOther 通称名 or another name that the card shows; missing when it shows none
 * @param sex 性別1
 * @param sexOnCard 性別2: what the card shows, and a desk reads out, where it is not {@code sex}; missing otherwise
 * @param postalCode seven digits
 * @param burdenShare 一部負担金割合; missing where the insurer did not give it
 * @param acquired 資格取得年月日
 * @param lost 資格喪失年月日, the first day without coverage; missing while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownCoverage(
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
        LossReason lossReason) {}
