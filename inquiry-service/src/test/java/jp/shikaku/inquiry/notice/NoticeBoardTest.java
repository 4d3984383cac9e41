package jp.shikaku.inquiry.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.notice.Addressee;
import jp.shikaku.contracts.notice.AddresseeGroup;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.MapContentSource;
import jp.shikaku.inquiry.hotline.HotlineDirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class NoticeBoardTest {

    private static final String FILE = "notice/2023-06-06-display.yaml";

    private final NoticeBoard board = NoticeBoard.load();
    private final Notice notice = board.find("2023-06-06-display").orElseThrow();

    @Test
    void noticeIsAddressedToEveryNameOfItsAnnexInOrder() throws IOException {
        List<String> annex = annex();

        assertThat(annex).hasSize(39);
        assertThat(notice.addressees())
                .extracting(addressee -> addressee.name().ja())
                .containsExactlyElementsOf(annex);
        assertThat(notice.addressees())
                .extracting(Addressee::number)
                .startsWith(1)
                .endsWith(39);
    }

    @Test
    void addresseesAreGroupedByKind() {
        assertThat(notice.addresseeGroups())
                .extracting(AddresseeGroup::id, group -> group.addressees().size())
                .containsExactly(
                        tuple("medical-associations", 3),
                        tuple("hospitals-and-nursing", 13),
                        tuple("national-hospital-bodies", 9),
                        tuple("insurers-bodies", 4),
                        tuple("ministries-and-agencies", 9),
                        tuple("wide-area-unions", 1));
    }

    @Test
    void headOfTheNoticeIsExact() {
        assertThat(notice.date()).isEqualTo(LocalDate.of(2023, 6, 6));
        assertThat(notice.dateText().ja()).isEqualTo("令和5年6月6日");
        assertThat(notice.title().ja()).isEqualTo("オンライン資格確認等システムの表示等について（周知依頼）");
        assertThat(notice.issuers())
                .extracting(issuer -> issuer.ja())
                .containsExactly("厚生労働省保険局医療介護連携政策課", "厚生労働省保険局医療課", "厚生労働省医薬・生活衛生局総務課");
    }

    @Test
    void pagesTheNoticeNamesAreItsSources() {
        assertThat(notice.sources())
                .extracting(source -> source.url().toString())
                .containsExactly(
                        "https://www.mhlw.go.jp/stf/newpage_08277.html#Q21",
                        "https://www.mhlw.go.jp/stf/newpage_24976.html#Q21",
                        "https://www.kojinbango-card.go.jp/contact/tel/");
    }

    @Test
    void noticeNamesTheMainHotline() {
        assertThat(notice.contact().phoneNumber())
                .isEqualTo(HotlineDirectory.load().main().line().phoneNumber());
    }

    @Test
    void newestNoticeComesFirst() {
        MapContentSource source = MapContentSource.overPacked()
                .file("notice/index.txt", "2023-06-06-display.yaml\n2024-12-02-later.yaml\n")
                .replacing(FILE, "date: \"2023-06-06\"", "date: \"2024-12-02\"")
                .replacing(FILE, "id: 2023-06-06-display", "id: 2024-12-02-later");
        MapContentSource both = MapContentSource.overPacked()
                .file("notice/index.txt", "2023-06-06-display.yaml\n2024-12-02-later.yaml\n")
                .file("notice/2024-12-02-later.yaml", source.text(FILE));

        assertThat(NoticeBoard.load(both).all())
                .extracting(Notice::id)
                .containsExactly("2024-12-02-later", "2023-06-06-display");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'id: 2023-06-06-display', 'id: 2023-06-06-other', is not the file's name",
        "'date: \"2023-06-06\"', 'date: \"2023-06-07\"', does not begin with the date",
        "'date: \"2023-06-06\"', 'date: \"2023-06-31\"', 2023-06-31",
        "'number: 5,', 'number: 6,', 'are not 1, 2, 3 … in order'",
        "'id: cancer-center', 'id: chronic-care', is used twice",
        "'id: insurers-bodies', 'id: wide-area-unions', is used twice",
        "'en: 6 June 2023', 'en: 令和5年', has no English text",
        "'https://www.kojinbango-card.go.jp/contact/tel/', 'contact/tel', is not a web address"
    })
    void slipInANoticeIsRefused(String piece, String replacement, String message) {
        MapContentSource source = MapContentSource.overPacked().replacing(FILE, piece, replacement);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> NoticeBoard.load(source))
                .withMessageContaining(message);
    }

    /** The names of the notice's annex (別紙), taken from its text. */
    private static List<String> annex() throws IOException {
        try (InputStream file = NoticeBoardTest.class.getResourceAsStream("2023-06-06-addressees.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
