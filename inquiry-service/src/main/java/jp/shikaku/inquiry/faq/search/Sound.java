package jp.shikaku.inquiry.faq.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a text sounds, in Latin letters that forgive: one spelling for Hepburn and Kunrei (shi and si), no long vowels, no
 * doubled consonants. What is heard alike on the telephone, or typed alike, is written alike.
 */
final class Sound {

    private static final String KANA =
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン" + "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    private static final String[] LETTERS = ("a i u e o ka ki ku ke ko sa si su se so ta ti tu te to na ni nu ne no "
                    + "ha hi hu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa i e o n "
                    + "ga gi gu ge go za zi zu ze zo da zi zu de do ba bi bu be bo pa pi pu pe po bu")
            .split(" ");

    /** A small vowel or y-row kana changes the vowel before it: キャ is kya, ティ is ti. */
    private static final Map<Character, String> SMALL =
            Map.of('ャ', "ya", 'ュ', "yu", 'ョ', "yo", 'ァ', "a", 'ィ', "i", 'ゥ', "u", 'ェ', "e", 'ォ', "o", 'ヮ', "wa");

    /** Hepburn and other spellings, and what they are here; the longer ones first. */
    private static final String[][] SPELLINGS = {
        {"tch", "ty"},
        {"sch", "sy"},
        {"sha", "sya"},
        {"shu", "syu"},
        {"sho", "syo"},
        {"shi", "si"},
        {"cha", "tya"},
        {"chu", "tyu"},
        {"cho", "tyo"},
        {"chi", "ti"},
        {"tsu", "tu"},
        {"che", "tye"},
        {"she", "sye"},
        {"ja", "zya"},
        {"ju", "zyu"},
        {"jo", "zyo"},
        {"ji", "zi"},
        {"je", "zye"},
        {"fu", "hu"},
        {"dzu", "zu"},
        {"du", "zu"},
        {"di", "zi"},
        {"wo", "o"},
        {"l", "r"},
        {"v", "b"},
        {"q", "k"},
        {"x", "k"},
        {"c", "k"},
        {"f", "hu"},
        {"mb", "nb"},
        {"mp", "np"},
        {"n'", "n"},
    };

    private Sound() {}

    /** The sound of katakana; whatever is no katakana is left out. */
    static String ofKatakana(String katakana) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < katakana.length(); i++) {
            char kana = katakana.charAt(i);
            int at = KANA.indexOf(kana);
            if (at >= 0) {
                letters.append(LETTERS[at]);
            } else if (SMALL.containsKey(kana)) {
                joinSmall(letters, SMALL.get(kana));
            }
        }
        return forgiven(letters);
    }

    /** The sound of Japanese typed in Latin letters, lower case; English comes out as itself, a little mistreated. */
    static String ofRomaji(String romaji) {
        String letters = romaji.replaceAll("[āâ]", "a")
                .replaceAll("[īî]", "i")
                .replaceAll("[ūû]", "u")
                .replaceAll("[ēê]", "e")
                .replaceAll("[ōô]", "o");
        for (String[] spelling : SPELLINGS) {
            letters = letters.replace(spelling[0], spelling[1]);
        }
        return forgiven(new StringBuilder(letters.replaceAll("[^a-z0-9]", "")));
    }

    /** Every run of {@code size} letters; the whole when it is shorter. */
    static List<String> grams(String sound, int size) {
        if (sound.isEmpty()) {
            return List.of();
        }
        List<String> grams = new ArrayList<>();
        for (int i = 0; i == 0 || i + size <= sound.length(); i++) {
            grams.add(sound.substring(i, Math.min(i + size, sound.length())));
        }
        return grams;
    }

    private static void joinSmall(StringBuilder letters, String small) {
        int last = letters.length() - 1;
        boolean afterI = last >= 0 && letters.charAt(last) == 'i';
        if (last > 0 && (afterI || small.length() == 1)) {
            letters.setLength(last);
        }
        letters.append(small);
    }

    /** Without what people do not hear or do not type: the second of two equal letters, and the u of ou, the i of ei. */
    private static String forgiven(StringBuilder letters) {
        StringBuilder heard = new StringBuilder();
        char last = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            boolean length = letter == last || last == 'o' && letter == 'u' || last == 'e' && letter == 'i';
            if (!length || Character.isDigit(letter)) {
                heard.append(letter);
                last = letter;
            }
        }
        return heard.toString();
    }
}
