package jp.shikaku.inquiry.faq.search;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.MapContentSource;
import jp.shikaku.inquiry.faq.FaqLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaqIndexTest {

    private static final List<FaqEntry> ENTRIES = FaqLibrary.load().entriesOn(LocalDate.of(2026, 11, 22));
    private static final FaqIndex INDEX = FaqIndex.of(ENTRIES, Synonyms.load());

    @ParameterizedTest
    @CsvSource({
        "資格（無効）, display-invalid",
        "資格(無効)とは, display-invalid",
        "ｼｶｸｼﾞｮｳﾎｳﾅｼ, display-not-found",
        "shikaku jouhou nashi, display-not-found",
        "sikaku zyouhou nasi, display-not-found",
        "ＰＩＮ　ロック, pin-locked",
        "●, black-circle-in-name"
    })
    void everyWayOfWritingLeadsToTheSameAnswer(String phrase, String id) {
        assertThat(ids(phrase)).startsWith(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ああああ", "pizza", "xyz", "。、？", "お腹すいた", "%_'\";--"})
    void whatHasNothingToDoWithUsFindsNothing(String phrase) {
        assertThat(ids(phrase)).isEmpty();
    }

    @Test
    void aVeryLongTextIsAnsweredToo() {
        assertThat(ids("暗証番号を忘れてしまいました。".repeat(20))).startsWith("pin-forgotten");
    }

    @Test
    void theSameWordsGiveTheSameOrderAlways() {
        assertThat(ids("保険証")).isEqualTo(ids("保険証"));
    }

    @Test
    void anIndexThatGrewFindsTheOldAndTheNew() {
        FaqIndex few = FaqIndex.of(ENTRIES.subList(0, 3), Synonyms.load());
        FaqIndex all = few.with(ENTRIES);

        assertThat(few.find(few.words("暗証番号を忘れた")))
                .noneMatch(entry -> entry.id().equals("pin-forgotten"));
        for (String phrase : List.of("暗証番号を忘れた", "資格（無効）", "電話番号")) {
            assertThat(all.find(all.words(phrase))).isEqualTo(INDEX.find(INDEX.words(phrase)));
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"'- [一人]', is alone", "'- [薬, 薬]', is used twice", "'薬: 医', ''"})
    void slipInTheSynonymsIsRefused(String text, String message) {
        MapContentSource source = MapContentSource.empty().file("search/synonyms.yaml", text);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> Synonyms.load(source))
                .withMessageContaining("search/synonyms.yaml")
                .withMessageContaining(message);
    }

    private static List<String> ids(String phrase) {
        return INDEX.find(INDEX.words(phrase)).stream().map(FaqEntry::id).toList();
    }
}
