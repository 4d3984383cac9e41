package jp.shikaku.registration.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SameTextTest {

    @ParameterizedTest
    @CsvSource({
        "髙橋 花子, 高橋花子",
        "渡邊　太郎, 渡辺太郎",
        "渡邉太郎, 渡邊太郎",
        "齋藤一, 斉藤一",
        "濵﨑あゆみ, 浜崎あゆみ",
        "𠮷田茂, 吉田茂",
        "神谷葵, 神谷葵",
        "葛󠄀城優, 葛城優",
        "●橋花子, 髙橋花子",
        "高●花子, 高橋花子",
        "●●花子, 高橋花子",
        "ＳＭＩＴＨ　Ｊｏｈｎ, Smith JOHN",
        "マリー・キュリー, マリ－キュリー",
        "佐々木蔵之介, 佐佐木藏之介",
        "みすゞ, みすず",
        "𣘺本脇太, 橋本𦚰太",
        "JOSÉ MUÑOZ, Jose Munoz",
        "O’BRIEN J. PAUL, OBRIEN J PAUL",
        "〓橋花子, 髙橋花子",
        "𠮷●茂, ●田茂",
        "\uE000橋花子, 高橋花子",
    })
    void writesOneNameInTwoWays(String one, String other) {
        assertThat(SameText.name(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"高橋花子, 高橋華子", "高橋花子, 高橋花", "高橋花子, 高●花", "佐藤一郎, 佐藤二郎", "さくら, サクラ", "伊東, 伊藤", "庄司, 荘司", "大阪, 大坂", "●●, 高"
    })
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(SameText.name(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ショウイチ, ｼﾖｳｲﾁ",
        "ショウイチ, しょういち",
        "ガッコウ, ｶﾞﾂｺｳ",
        "オーノ, オ－ノ",
        "オーノ, オ-ノ",
        "サトウ　ハナコ, サトウハナコ",
        "マリア・テレジア, マリアテレジア",
        "ヱツコ, エツコ",
        "ミヲ, ミオ",
        "オーノ ユーコ, オオノ ユウコ",
        "コージ, コウジ",
        "コージ, コオジ",
        "ケーコ, ケイコ",
        "シヅエ, シズエ",
        "みすゞ, ミスズ",
        "ﾋﾟｱｼﾞｪ, ピアジエ",
        "タ●ハシ, タカハシ"
    })
    void writesOneKanaNameInTwoWays(String one, String other) {
        assertThat(SameText.nameKana(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ハナコ, バナコ", "サトウ, サト", "オオノ, オノ", "カナ, カナコ", "ユウキ, ユキ", "ハナエ, ハナイ", "ウエノ, イエノ"})
    void keepsDifferentKanaNamesApart(String one, String other) {
        assertThat(SameText.nameKana(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "東京都千代田区霞が関1丁目2番3号, 東京都千代田区霞が関一丁目２－３",
        "東京都千代田区霞が関1-2-3, 東京都千代田区霞ヶ関１丁目２番３号",
        "東京都千代田区霞が関1-2-3, 東京都千代田区霞が関1-2-3 中央合同ビル5号館",
        "東京都千代田区霞が関1-2-3 101号, 東京都千代田区霞が関1-2-3-101",
        "東京都千代田区霞が関 1-2-3, 千代田区霞が関1-2-3",
        "大阪府大阪市北区梅田三丁目1番3号, 大阪市北区梅田3-1-3",
        "長野県松本市大字島内1234番地5, 長野県松本市島内1234-5",
        "長野県松本市島内千二百三十四番地の5, 長野県松本市島内１２３４番地５",
        "北海道札幌市中央区北三条西六丁目, 北海道札幌市中央区北3条西6",
        "千葉県鎌ケ谷市新鎌ヶ谷2-6-1, 千葉県鎌ヶ谷市新鎌ケ谷2丁目6番1号",
        "東京都千代田区一番町25番地, 東京都千代田区一番町25",
        "東京都港区三田1−4−1, 東京都港区三田１ー４ー１",
        "東京都渋谷区代々木1-2-3, 東京都澁谷区代代木１丁目２番３号",
        "東京都千代田区霞が関一－二－三, 東京都千代田区霞が関1-2-3",
        "東京都千代田区霞が関1丁目 2番 3号, 東京都千代田区霞が関1-2-3",
        "東京都千代田区霞が関1－2－3　市川ハイツ101, 東京都千代田区霞が関1-2-3",
        "長野県松本市大字島内字町1234　市川ハイツ, 長野県松本市島内町1234番地",
        "香川県高松市四番丁9番1号, 高松市4番丁9-1",
        "北海道札幌市中央区北 3 条西 6 丁目 1, 札幌市中央区北三条西六丁目1番地",
        "岩手県九戸郡洋野町種市第二十三地割27番地, 岩手県九戸郡洋野町種市第23地割27",
        "大阪府堺市堺区南瓦町3番1号, 堺市堺区南瓦町３の１",
        "●島県福山市東桜町3-5, 広島県福山市東桜町3番5号",
        "東京都港区ﾍﾞｲﾋﾞｭｰ町1-2-3, 東京都港区ベイビュー町1-2-3",
    })
    void writesOneAddressInTwoWays(String one, String other) {
        assertThat(SameText.address(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "東京都千代田区霞が関1-2-3, 東京都千代田区霞が関1-2-4",
        "東京都千代田区霞が関1-2-3, 東京都千代田区永田町1-2-3",
        "東京都府中市寿町1-2-3, 広島県府中市寿町1-2-3",
        "東京都千代田区霞が関1-2, 東京都千代田区霞が関1-2-3",
        "東京都千代田区霞が関1-23, 東京都千代田区霞が関12-3",
        "北海道札幌市中央区北3条西6丁目, 北海道札幌市中央区北3条西9丁目",
        "北海道札幌市中央区北3条西6丁目, 北海道札幌市中央区北3条東6丁目",
        "東京都港区三田1-4-1, 東京都港区二田1-4-1",
        "香川県高松市四番丁9番1号, 香川県高松市四番丁8番2号",
        "長野県松本市島内1234  5, 長野県松本市島内12345",
        "東京都千代田区霞が関一－二－三, 東京都千代田区霞が関1-2-4",
        "東京都港区三田一丁目4番1号, 東京都港区三田二丁目4番1号"
    })
    void keepsDifferentAddressesApart(String one, String other) {
        assertThat(SameText.address(one, other)).isFalse();
    }
}
