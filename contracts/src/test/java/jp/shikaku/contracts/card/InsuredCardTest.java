package jp.shikaku.contracts.card;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class InsuredCardTest {

    private static final InsurerNumber INSURER = InsurerNumber.of("06139992");

    @Test
    void fullAndHalfWidthAreTheSameCard() {
        InsuredCard typed = InsuredCard.of(INSURER, "１２・ｱ－", " ４５６７ ", "０1");
        InsuredCard printed = InsuredCard.of(INSURER, "12ア-", "4567", "01");

        assertThat(typed).isEqualTo(printed).hasSameHashCodeAs(printed);
        assertThat(typed.symbol()).hasValue("12ア-");
        assertThat(typed.number()).isEqualTo("4567");
        assertThat(typed.branch()).hasValue("01");
    }

    @Test
    void everyPartTellsCardsApart() {
        InsuredCard card = InsuredCard.of(INSURER, "123", "4567", "01");

        assertThat(card)
                .isNotEqualTo(InsuredCard.of(InsurerNumber.of("01139997"), "123", "4567", "01"))
                .isNotEqualTo(InsuredCard.of(INSURER, "124", "4567", "01"))
                .isNotEqualTo(InsuredCard.of(INSURER, null, "4567", "01"))
                .isNotEqualTo(InsuredCard.of(INSURER, "123", "4568", "01"))
                .isNotEqualTo(InsuredCard.of(INSURER, "123", "04567", "01"))
                .isNotEqualTo(InsuredCard.of(INSURER, "123", "4567", "02"))
                .isNotEqualTo(InsuredCard.of(INSURER, "123", "4567", null))
                .isNotEqualTo("123");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "　", "・"})
    void symbolAndBranchMayBeMissing(String absent) {
        InsuredCard card = InsuredCard.of(INSURER, absent, "4567", absent);

        assertThat(card.symbol()).isEmpty();
        assertThat(card.branch()).isEmpty();
        assertThat(card).isEqualTo(InsuredCard.of(INSURER, null, "4567", null));
    }

    @ParameterizedTest
    @CsvSource({"1, 01", "01, 01", "０, 00", "００, 00", "' 9 ', 09", "12, 12"})
    void branchIsTwoDigits(String typed, String branch) {
        assertThat(InsuredCard.of(INSURER, null, "4567", typed).branch()).hasValue(branch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"001", "123", "A1", "-1", "一"})
    void otherBranchesAreRefused(String branch) {
        assertRefused(ValueFault.CARD_BRANCH_FORMAT, () -> InsuredCard.of(INSURER, null, "4567", branch));
    }

    @Test
    void twentyFoldedCharactersFitAndTwentyOneDoNot() {
        String twenty = "𠮷".repeat(20);

        InsuredCard card = InsuredCard.of(INSURER, twenty, " 1".repeat(20), null);
        assertThat(card.symbol()).hasValue(twenty);
        assertThat(card.number()).hasSize(20);
        assertRefused(ValueFault.CARD_SYMBOL_FORMAT, () -> InsuredCard.of(INSURER, twenty + "1", "1", null));
        assertRefused(ValueFault.CARD_NUMBER_FORMAT, () -> InsuredCard.of(INSURER, null, "1".repeat(21), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "・"})
    void numberOfNothingIsRefused(String number) {
        assertRefused(ValueFault.CARD_NUMBER_FORMAT, () -> InsuredCard.of(INSURER, "123", number, null));
    }

    @Test
    void insurerAndNumberAreRequired() {
        assertRefused(ValueFault.REQUIRED, () -> InsuredCard.of(null, "123", "4567", null));
        assertRefused(ValueFault.REQUIRED, () -> InsuredCard.of(INSURER, "123", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\u00002", "1\u001B2", "1\uD8422", "\uDFB7"})
    void whatTheDatabaseCannotStoreIsRefused(String text) {
        assertRefused(ValueFault.CARD_SYMBOL_FORMAT, () -> InsuredCard.of(INSURER, text, "4567", null));
        assertRefused(ValueFault.CARD_NUMBER_FORMAT, () -> InsuredCard.of(INSURER, null, text, null));
    }

    @Test
    void textShowsTheInsurerOnly() {
        assertThat(InsuredCard.of(INSURER, "123", "4567", "01")).hasToString("InsuredCard[06139992, ***]");
    }
}
