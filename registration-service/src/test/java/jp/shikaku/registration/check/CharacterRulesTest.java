package jp.shikaku.registration.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.hold.FindingSeverity;

import static jp.shikaku.contracts.hold.FindingSeverity.HOLDS;
import static jp.shikaku.contracts.hold.FindingSeverity.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

class CharacterRulesTest {

    @ParameterizedTest
    @CsvSource({
        "髙橋 花子, ",
        "●橋 花子, NOTES",
        "〓橋 花子, NOTES",
        "\uE000橋 花子, NOTES",
        "𠮷田 花子, ",
        "●● ●●, HOLDS", // nothing of it was compared
    })
    void anUnmappedCharacterOfTheNameIsNoted(String name, FindingSeverity severity) {
        assertThat(Given.hanako().named(name, "タカハシ ハナコ").by(new NameNotFullyComparable()))
                .isEqualTo(severity);
    }

    @Test
    void anUnmappedCharacterOfKanaOrAddressIsNoted() {
        Given unmapped = Given.hanako().named("髙橋 花子", "タカ●シ ハナコ").address("東京都千代田区●が関1-2-3");

        assertThat(unmapped.by(new KanaNotFullyComparable())).isEqualTo(NOTES);
        assertThat(unmapped.by(new AddressNotFullyComparable())).isEqualTo(NOTES);
        assertThat(unmapped.by(new NameNotFullyComparable())).isNull();
        assertThat(Given.hanako().by(new KanaNotFullyComparable())).isNull();
        assertThat(Given.hanako().by(new AddressNotFullyComparable())).isNull();
    }

    @Test
    void whatClinicsSeeAlreadyIsNotTakenAwayForItsCharacters() {
        Given unmapped = Given.hanako().named("●● ●●", "髙橋花子").atRecheck();

        assertThat(unmapped.by(new NameNotFullyComparable())).isEqualTo(NOTES);
        assertThat(unmapped.by(new KanaNotKana())).isEqualTo(NOTES);
    }

    @ParameterizedTest
    @CsvSource({
        "タカハシ ハナコ, ",
        "ﾀｶﾊｼ ﾊﾅｺ, ",
        "たかはし はなこ, ",
        "マリー・ジョーンズ, ",
        "ﾏﾘｰ･ｼﾞｮｰﾝｽﾞ, ",
        "タカ●シ ハナコ, ",
        "髙橋 ハナコ, HOLDS",
        "SMITH JOHN, NOTES",
        "タカハシ 2, NOTES",
    })
    void theNameInKanaIsInKana(String kana, FindingSeverity severity) {
        assertThat(Given.hanako().named("髙橋 花子", kana).by(new KanaNotKana())).isEqualTo(severity);
    }

    @Test
    void aNameThatIsItsKanaIsNotedUnlessTheRegisterHasTheSame() {
        Given maria = Given.hanako().named("マリア シルバ", "マリア シルバ");

        assertThat(maria.by(new NameWrittenInKana())).isEqualTo(NOTES);
        assertThat(maria.registerHas(Given.hanako()).by(new NameWrittenInKana()))
                .isEqualTo(NOTES);
        assertThat(maria.registerHas(maria).by(new NameWrittenInKana())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"髙橋 花子, タカハシ ハナコ", "さくら, ハナコ", "SMITH JOHN, スミス ジョン", "髙橋 サクラ, タカハシ サクラ"})
    void aNameOfItsOwnIsNoKana(String name, String kana) {
        assertThat(Given.hanako().named(name, kana).by(new NameWrittenInKana())).isNull();
    }

    @Test
    void mistakenColumnsAreHeld() {
        Given mistaken = Given.hanako().named("タカハシ ハナコ", "髙橋 花子");

        assertThat(mistaken.by(new KanaNotKana())).isEqualTo(HOLDS);
    }
}
