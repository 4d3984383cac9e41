package jp.shikaku.registration.enrolment;

import java.time.LocalDate;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.registration.individual.FiveItemTexts;
import jp.shikaku.registration.individual.FiveItems;

/** What an insurer entered, as far as it could be read: usable once its reader has refused nothing. */
record EnteredRecord(
        IndividualNumber individualNumber,
        String symbol,
        String number,
        String branch,
        FiveItems person,
        FamilyRelation relation,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason) {

    /** Of the text as it is typed; folded it has at most 20 characters. */
    private static final int MAX_CARD_TEXT = 60;

    /** Reads every value of {@code request}, noting in {@code reader} what cannot be accepted. */
    static EnteredRecord read(ValueReader reader, EnrolmentRequest request, LocalDate today) {
        IndividualNumber individualNumber =
                reader.required("/individualNumber", request.individualNumber(), IndividualNumber::of);
        reader.optional("/symbol", request.symbol(), InsuredCard::symbolOf);
        reader.required("/number", request.number(), InsuredCard::numberOf);
        String branch = reader.optional("/branch", request.branch(), InsuredCard::branchOf);
        FiveItems person = new FiveItemTexts(
                        request.name(), request.nameKana(), request.birthDate(), request.sex(), request.address())
                .read(reader, "", today);
        FamilyRelation relation = reader.required("/relation", request.relation(), FamilyRelation::ofCode);
        LocalDate acquired = reader.required("/acquired", request.acquired(), WireDate::parse);
        LocalDate lost = reader.optional("/lost", request.lost(), WireDate::parse);
        LossReason lossReason = reader.optional("/lossReason", request.lossReason(), LossReason::ofCode);
        EnteredRecord entered = new EnteredRecord(
                individualNumber,
                reader.optionalText("/symbol", request.symbol(), MAX_CARD_TEXT),
                reader.optionalText("/number", request.number(), MAX_CARD_TEXT),
                branch,
                person,
                relation,
                acquired,
                lost,
                lossReason);
        entered.refuseWrongOrder(reader);
        return entered;
    }

    private void refuseWrongOrder(ValueReader reader) {
        if (acquired != null && person.birthDate() != null && acquired.isBefore(person.birthDate())) {
            reader.refuse("/acquired", ValueFault.DATE_ORDER);
        }
        if (acquired != null && lost != null) {
            reader.optional("/lost", "a period", ignored -> CoveragePeriod.of(acquired, lost));
        }
        if (lossReason != null && lost == null) {
            reader.refuse("/lost", ValueFault.REQUIRED);
        }
    }

    InsuredCard card(InsurerNumber insurer) {
        return InsuredCard.of(insurer, symbol, number, branch);
    }

    RecordContent content(PersonKey personKey) {
        return new RecordContent(personKey, symbol, number, branch, person, relation, acquired, lost, lossReason);
    }
}
