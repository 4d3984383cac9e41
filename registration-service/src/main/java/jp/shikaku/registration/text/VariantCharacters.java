package jp.shikaku.registration.text;

import java.util.HashMap;
import java.util.Map;

/**
 * 異体字: characters that are another way of writing one and the same name, mostly old forms of the lists of characters for
 * general use and for names (常用漢字表, 人名用漢字別表) and forms found in family registers. The intermediate server, the
 * resident register and the insurers each have a different set of them, so a difference says nothing about the person.
 * Characters that name different families or places (庄 and 荘, 阪 and 坂, 畑 and 畠) are no variants.
 *
 * <p>Compatibility ideographs such as 神 (U+FA19) are not listed: NFKC folds them.
 */
final class VariantCharacters {

    /** One name character an entry: first the one kept, then its variants. No character twice. */
    private static final String GROUPS =
            """
            高髙 崎﨑嵜 辺邊邉 斉齋齊斎 浜濵濱 沢澤 桜櫻 広廣 国國囯圀 島嶋嶌 瀬瀨 徳德 恵惠 真眞 竜龍
            滝瀧 渋澁澀 寿壽 栄榮 条條 実實 宝寶寳 会會 学學斈 鉄鐵鉃鐡 関關闗 槙槇 緒緖 蔵藏 豊豐 与與
            万萬 静靜 曽曾 弥彌 礼禮 穂穗 浅淺 円圓 塩鹽 応應 絵繪 県縣 恋戀 戸戶户 吉𠮷 館舘 富冨
            橋槗𣘺 柳栁 桑桒 増增 祢禰袮 穣穰 薮籔藪 園薗 渕淵渊 凛凜 遥遙 尭堯 亘亙 巌巖 晋晉 桧檜 蒋蔣
            郷鄕 黒黑 黄黃 横橫 歩步 毎每 教敎 青靑 清淸 内內 呉吳 説說 税稅 録錄 緑綠 産產 尚尙 昇曻
            土圡𡈽 沖冲 涼凉 柏栢 梅楳 松枩柗 峰峯 群羣 略畧 野埜 船舩 児兒 鴎鷗 来來 仏佛 従從 伝傳
            勲勳 巻卷 参參 彦彥 拝拜 検檢 帰歸 気氣 済濟 灯燈 為爲 当當 穎頴 糸絲 経經 総總 聡聰 荘莊
            芸藝 薬藥 芦蘆 覚覺 譲讓 頼賴 軽輕 隣鄰 釈釋 銭錢 鋳鑄 隠隱 雑雜 鶏鷄雞 顕顯 駅驛 髪髮
            鶴靍靏 麦麥 黙默 点點 亀龜 歯齒 葉枼 煕熙凞 秋秌穐龝 留畄畱 撃擊 湾灣 猪豬 穏穩 竈竃 縄繩
            繊纖 脳腦 茎莖 蛍螢 蛮蠻 衛衞 装裝 触觸 誉譽 読讀 変變 辞辭 遅遲 醸釀 霊靈 剣劍劔釼 剛刚
            労勞 壌壤 嬢孃 寛寬 専專 将將 岳嶽 嵯嵳 巣巢 庁廳 弁辨辯瓣辧 戦戰 拠據 挙擧 摂攝 数數 断斷
            旧舊 昼晝 暁曉 朗朖 枢樞 栃杤 欧歐 歓歡 歳歲 残殘 殴毆 沿㳂 渓溪 温溫 湿濕 満滿 潜潛 焼燒
            犠犧 独獨 獣獸 画畫 畳疊 痴癡 発發 砕碎 称稱 稲稻 窃竊 粋粹 粛肅 継繼 続續 聴聽 胆膽 蚕蠶
            蝉蟬 訳譯 証證 賛贊 賎賤 転轉 逓遞 酔醉 醤醬 鎮鎭 閲閱 陥陷 雄䧺 髄髓 麹麴 麺麵 亜亞 悪惡
            圧壓 囲圍 医醫 壱壹 営營 鋭銳 艶艷 奥奧 仮假 価價 懐懷 壊壞 拡擴 殻殼 勧勸 観觀 偽僞 戯戲
            峡峽 挟挾 狭狹 駆驅駈 薫薰 径徑 掲揭 研硏 倹儉 険險 圏圈 権權 厳嚴 効效 鉱鑛礦砿 号號 剤劑
            桟棧 写寫 収收 縦縱 処處 叙敍敘 奨奬獎 状狀 乗乘 浄淨 剰剩 嘱囑 寝寢 慎愼 尽盡 図圖 随隨
            声聲 践踐 禅禪 双雙 壮壯 争爭 捜搜 挿插揷 騒騷 臓臟 即卽 属屬 堕墮 対對 体體躰軆 帯帶 滞滯
            台臺 択擇 担擔 単單 団團 弾彈 虫蟲 徴徵 勅敕 党黨 盗盜 闘鬪 届屆 弐貳 悩惱 覇霸 廃廢 売賣
            秘祕 瓶甁 払拂 併倂 並竝 褒襃 翻飜 揺搖 様樣 謡謠 乱亂 覧覽 両兩 猟獵 涙淚 塁壘 励勵 齢齡
            暦曆 歴歷 炉爐 楼樓 予豫 余餘 籠篭 蝋蠟 頬頰 掴摑 填塡 剥剝 叱𠮟 嘘噓 繋繫 噛嚙 侠俠 躯軀
            焔焰 祷禱 蝿蠅 鹸鹼 箪簞 涜瀆 屏屛 醗醱 撹攪 涛濤 鯵鰺 壷壺 迩邇 砺礪 桝枡 靭靱 諌諫 騨驒
            鴬鶯 翠翆 兎莵菟 萌萠 虎乕 裏裡 讃讚 鑑鑒 鎌鐮 鎖鎻 雁鴈 顔顏 券劵 準凖 刃刄 卒卆 世卋 厩廐
            叡睿 哲喆 回囘 婿壻聟 卯夘 多夛 姉姊 姫姬 宜冝 紙帋 往徃 恒恆 抬擡 曠昿 晃晄 傑杰 舵柁 栖棲
            毘毗 氷冰 溌潑 煙烟 燮爕 爾尔 床牀 珍珎 瑶瑤 瑠璢 疇畴 痩瘦 皐皋 杯盃 禄祿 年秊 稿稾 窓窗
            競竸 笋筍 筝箏 粮糧 綿緜 縁緣 繍繡 缶罐 羹羮 恥耻 脈脉 刈苅 荔茘 庵菴 蓋葢 蛎蠣 解觧 廸迪
            村邨 釜釡 閉閇 韮韭 頚頸 鵞鵝 鼠鼡 脇𦚰 今𫝆 達逹 喜㐂 舎舍 舗舖 蕊蘂 飲飮 飯飰 鼓皷 凡凢
            顚顛 莱萊 巓巔 灌潅 潴瀦 曹曺 猫貓 狸貍 寧寕 衆眾 贋贗 蓑簑 榜牓 鈎鉤 飾餝 麸麩 事亊 京亰
            仭仞 侭儘 倶俱 備俻 仙僊 冊册 冴冱 凄淒 凾函 劫刧 区區 厨廚 唖啞 喩喻 嘗甞 嚢囊 垂埀 場塲
            妊姙 娯娛 峨峩 崖崕 崙崘 棄弃 彜彝 財戝 掻搔 昂昻 晢晣 映暎 柿柹 梼檮 椶棕 檪櫟 夭殀 渉涉
            炯烱 犂犁 猿猨 獏貘 碗盌 稟禀 糺糾 纒纏 唇脣 腸膓 草艸 荆荊 虚虗 詠咏 輌輛 逃迯 錬鍊 鬧閙
            闊濶 韻韵 鰮鰛""";

    private static final Map<Integer, Integer> KEPT = kept();

    /** The same for the characters of one unit, which nearly all are: this is asked for every character of a file. */
    private static final char[] KEPT_OF_ONE_UNIT = keptOfOneUnit();

    private VariantCharacters() {}

    /** The character that is kept for {@code codePoint}; itself when it has no variants. */
    static int kept(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                ? KEPT_OF_ONE_UNIT[codePoint]
                : KEPT.getOrDefault(codePoint, codePoint);
    }

    static String[] groups() {
        return GROUPS.split("\\s+");
    }

    private static Map<Integer, Integer> kept() {
        Map<Integer, Integer> kept = new HashMap<>();
        for (String group : groups()) {
            int first = group.codePointAt(0);
            group.codePoints().skip(1).forEach(variant -> kept.put(variant, first));
        }
        return Map.copyOf(kept);
    }

    private static char[] keptOfOneUnit() {
        char[] kept = new char[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < kept.length; unit++) {
            kept[unit] = (char) KEPT.getOrDefault(unit, unit).intValue();
        }
        return kept;
    }
}
