package jp.shikaku.registration.enrolment;

import java.time.LocalDate;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.registration.individual.FiveItemTexts;
import jp.shikaku.registration.individual.FiveItems;

/**
 * What an insurer entered, as far as it could be read: usable once its reader has refused nothing.
 *
 * @param recordKey the insurer's own key; {@code null} when it gives none
 */
record EnteredRecord(
        String recordKey,
        IndividualNumber individualNumber,
        CardEntry card,
        FiveItems person,
        PersonDetails details,
        FamilyRelation relation,
        BurdenShare burdenShare,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason) {

    private static final int MAX_RECORD_KEY = 100;
    /** Of the text as it is typed; folded it has at most 20 characters. */
    private static final int MAX_CARD_TEXT = 60;

    private static final int MAX_NAME = 100;

    /** Reads every value of {@code request}, noting in {@code reader} what cannot be accepted. */
    static EnteredRecord read(ValueReader reader, EnrolmentRequest request, LocalDate today) {
        EnteredRecord entered = new EnteredRecord(
                reader.optionalText("/recordKey", request.recordKey(), MAX_RECORD_KEY),
                reader.required("/individualNumber", request.individualNumber(), IndividualNumber::of),
                card(reader, request),
                new FiveItemTexts(
                                request.name(),
                                request.nameKana(),
                                request.birthDate(),
                                request.sex(),
                                request.address())
                        .read(reader, "", today),
                details(reader, request),
                reader.required("/relation", request.relation(), FamilyRelation::ofCode),
                reader.optional("/burdenShare", request.burdenShare(), BurdenShare::ofCode),
                reader.required("/acquired", request.acquired(), WireDate::parse),
                reader.optional("/lost", request.lost(), WireDate::parse),
                reader.optional("/lossReason", request.lossReason(), LossReason::ofCode));
        entered.refuseWrongOrder(reader);
        return entered;
    }

    private static CardEntry card(ValueReader reader, EnrolmentRequest request) {
        reader.optional("/symbol", request.symbol(), InsuredCard::symbolOf);
        reader.required("/number", request.number(), InsuredCard::numberOf);
        CardClass cardClass = reader.optional("/cardClass", request.cardClass(), CardClass::ofCode);
        return new CardEntry(
                reader.optionalText("/symbol", request.symbol(), MAX_CARD_TEXT),
                reader.optionalText("/number", request.number(), MAX_CARD_TEXT),
                reader.optional("/branch", request.branch(), InsuredCard::branchOf),
                cardClass == null ? CardClass.GENERAL : cardClass,
                reader.optional("/cardIssuedOn", request.cardIssuedOn(), WireDate::parse),
                reader.optional("/cardValidFrom", request.cardValidFrom(), WireDate::parse),
                reader.optional("/cardExpiresOn", request.cardExpiresOn(), WireDate::parse));
    }

    private static PersonDetails details(ValueReader reader, EnrolmentRequest request) {
        return new PersonDetails(
                reader.optionalText("/nameOther", request.nameOther(), MAX_NAME),
                reader.optionalText("/nameOtherKana", request.nameOtherKana(), MAX_NAME),
                reader.optional("/sexOnCard", request.sexOnCard(), Sex::ofCode),
                reader.optional("/postalCode", request.postalCode(), EnteredRecord::postalCode));
    }

    /** Seven digits; people write them with a dash and in full width. */
    private static String postalCode(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        if (digits.length() != 7 || text.codePointCount(0, text.length()) > 9) {
            throw new InvalidValueException(ValueFault.POSTAL_CODE_FORMAT);
        }
        return digits.toString();
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
        if (isBefore(card.expiresOn(), card.validFrom()) || isBefore(card.expiresOn(), card.issuedOn())) {
            reader.refuse("/cardExpiresOn", ValueFault.DATE_ORDER);
        }
    }

    private static boolean isBefore(LocalDate one, LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    InsuredCard insuredCard(InsurerNumber insurer) {
        return InsuredCard.of(insurer, card.symbol(), card.number(), card.branch());
    }

    RecordContent content(PersonKey personKey) {
        return new RecordContent(personKey, card, person, details, relation, burdenShare, acquired, lost, lossReason);
    }

    /** Names nobody, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "EnteredRecord[]";
    }
}
