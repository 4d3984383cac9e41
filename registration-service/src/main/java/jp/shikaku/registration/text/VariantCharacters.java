package jp.shikaku.registration.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * 異体字: characters that are another way of writing one and the same name. The intermediate server, the resident
 * register and the insurers each have a different set of them, so a difference says nothing about the person.
 *
 * <p>Compatibility ideographs such as 神 (U+FA19) are not listed: NFKC folds them.
 */
final class VariantCharacters {

    /** One name character an entry: first the one kept, then its variants. */
    private static final String GROUPS =
            """
            高髙 崎﨑嵜 辺邊邉 斉齋齊斎 浜濵濱 沢澤 桜櫻 広廣 国國囯圀 島嶋嶌 瀬瀨 徳德 恵惠 真眞 竜龍 滝瀧 渋澁澀 寿壽
            栄榮 条條 実實 宝寶寳 会會 学學斈 鉄鐵鉃 関關 槙槇 緒緖 蔵藏 豊豐 与與 万萬 静靜 曽曾 弥彌 礼禮 穂穗 浅淺
            円圓 塩鹽 応應 絵繪 県縣 恋戀 戸戶 吉𠮷 館舘 富冨 橋槗 柳栁 桑桒 増增 祢禰 穣穰 薮籔藪 園薗 渕淵渊 凛凜 遥遙
            尭堯 亘亙 巌巖 晋晉 桧檜 蒋蔣 郷鄕 黒黑 黄黃 横橫 歩步 毎每 教敎 青靑 清淸 内內 呉吳 説說 税稅 録錄 緑綠
            産產 尚尙 昇曻 土圡 沖冲 涼凉 柏栢 梅楳 松枩 峰峯 群羣 略畧 野埜 船舩 児兒 鴎鷗 来來 仏佛 従從 伝傳 勲勳
            巻卷 参參 彦彥 拝拜 検檢 帰歸 気氣 済濟 灯燈 為爲 当當 穎頴 糸絲 経經 総總 聡聰 荘莊 芸藝 薬藥 芦蘆 覚覺
            譲讓 頼賴 軽輕 隣鄰 釈釋 銭錢 鋳鑄 隠隱 雑雜 鶏鷄雞 顕顯 駅驛 髪髮 鶴靍靏 麦麥 黙默 点點 亀龜 歯齒 葉枼
            煕熙凞 秋秌 留畄 撃擊 湾灣 猪豬 穏穩 竈竃 縄繩 繊纖 脳腦 茎莖 蛍螢 蛮蠻 衛衞 装裝 触觸 誉譽 読讀 変變 辞辭
            遅遲 醸釀 霊靈 剣劍劔 剛刚 労勞 壌壤 嬢孃 寛寬 専專 将將 岳嶽 嵯嵳 巣巢 庁廳 弁辨辯 戦戰 拠據 挙擧 摂攝 数數
            断斷 旧舊 昼晝 暁曉 朗朖 枢樞 栃杤 欧歐 歓歡 歳歲 残殘 殴毆 沿㳂 渓溪 温溫 湿濕 満滿 潜潛 焼燒 犠犧 独獨
            獣獸 画畫 畳疊 痴癡 発發 砕碎 称稱 稲稻 窃竊 粋粹 粛肅 継繼 続續 聴聽 胆膽 蚕蠶 蝉蟬 訳譯 証證 賛贊 賎賤
            転轉 逓遞 酔醉 醤醬 鎮鎭 閲閱 陥陷 雄䧺 髄髓 麹麴 麺麵""";

    private static final Map<Integer, Integer> KEPT = kept();

    private VariantCharacters() {}

    /** The character that is kept for {@code codePoint}; itself when it has no variants. */
    static int kept(int codePoint) {
        return KEPT.getOrDefault(codePoint, codePoint);
    }

    private static Map<Integer, Integer> kept() {
        Map<Integer, Integer> kept = new HashMap<>();
        Arrays.stream(GROUPS.split("\\s+"))
                .map(group -> group.codePoints().toArray())
                .forEach(group -> {
                    for (int i = 1; i < group.length; i++) {
                        kept.put(group[i], group[0]);
                    }
                });
        return Map.copyOf(kept);
    }
}
