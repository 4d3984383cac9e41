package jp.shikaku.contracts.card;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardTextTest {

    @ParameterizedTest
    @CsvSource({
        "１２３, 123",
        "ＡＢｃ, ABc",
        "ｱｲｳ, アイウ",
        "ﾊﾞﾊﾟ, バパ",
        "あいう, あいう",
        "東京, 東京",
        "健・東, 健東",
        "健･東, 健東",
        "健 東　１, 健東1",
        "1－2, 1-2",
        "1−2, 1-2",
        "1‐2, 1-2",
        "1―2, 1-2",
        "1ー2, 1-2",
        "1ｰ2, 1-2",
        "1〜2, 1~2",
        "1～2, 1~2",
        "か ゛, が",
    })
    void foldsToOneWriting(String typed, String folded) {
        assertThat(CardText.fold(typed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"あ, ア", "A, a", "012, 12", "髙, 高", "1-2, 12"})
    void keepsApartWhatTellsCardsApart(String one, String other) {
        assertThat(CardText.fold(one)).isNotEqualTo(CardText.fold(other));
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll @StringLength(max = 30) String text) {
        String folded = CardText.fold(text);

        assertThat(CardText.fold(folded)).isEqualTo(folded);
    }

    @Property(tries = 5000)
    void foldingTwiceIsFoldingOnceAlsoAmongKanaMarksAndDashes(
            @ForAll
                    @StringLength(max = 8)
                    @CharRange(from = '\u3000', to = '\u30FF')
                    @CharRange(from = '\u2000', to = '\u206F')
                    @CharRange(from = '\u0300', to = '\u0315')
                    @CharRange(from = '\u00A0', to = '\u00BF')
                    @CharRange(from = '\uFF00', to = '\uFF9F')
                    String text) {
        String folded = CardText.fold(text);

        assertThat(CardText.fold(folded)).isEqualTo(folded);
    }

    /** A space takes the long way, and is left out there. */
    @Property(tries = 5000)
    void theShortWayOfPlainCardsEndsWhereTheLongWayDoes(
            @ForAll
                    @StringLength(max = 8)
                    @CharRange(from = '0', to = 'z')
                    @CharRange(from = '\u3040', to = '\u30FF')
                    @CharRange(from = '\u4DF0', to = '\uA010')
                    String text) {
        assertThat(CardText.fold(text)).isEqualTo(CardText.fold(text + ' '));
    }

    @Test
    void eachCharacterIsFoldedAlikeOnBothWays() {
        for (char c = 1; c < Character.MIN_SURROGATE; c++) {
            String text = "か" + c;

            assertThat(CardText.fold(text)).isEqualTo(CardText.fold(text + ' '));
        }
    }

    @Property
    void fullWidthFoldsToHalfWidth(@ForAll @StringLength(max = 20) @CharRange(from = '!', to = '~') String halfWidth) {
        String fullWidth = halfWidth
                .chars()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(CardText.fold(fullWidth)).isEqualTo(CardText.fold(halfWidth));
    }
}
