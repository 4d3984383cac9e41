package jp.shikaku.inquiry.faq;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.faq.FaqEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** What the hotline is asked about, topic by topic, and the fact that has to be in the answer; in both languages. */
class HotlineTopicsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final FaqLibrary library = FaqLibrary.load();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "merits,                   薬や健診,                  medicines",
        "merits,                   限度額,                    ceiling",
        "tax-deduction,            e-Tax,                     e-Tax",
        "old-insurance-card,       2024年12月2日,             2 December 2024",
        "old-insurance-card,       2025年12月1日,             1 December 2025",
        "old-insurance-card,       保険者が変わ,              insurer changed",
        "without-card,             申請は要りません,          no application",
        "job-change,               やり直しは要りません,      need not be registered again",
        "job-change,               入る・やめる手続き,        Joining and leaving",
        "how-soon-usable,          5日以内,                   within five days",
        "how-soon-usable,          1〜2日,                    one or two days",
        "how-soon-usable,          マイナポータル,            Mynaportal",
        "display-invalid,          申立書,                    declaration",
        "display-invalid,          勤め先に届出,              Ask your employer",
        "display-not-found,        勤め先、次に保険者,        employer first",
        "why-held,                 解除できるのは保険者だけ,  Only the insurer can release",
        "paper-prescription,       紙の処方箋,                on paper",
        "cost-while-unconfirmed,   3割,                       30 %",
        "paid-in-full,             療養費,                    療養費",
        "paid-in-full,             同じ月のうち,              Within the same month",
        "pin-locked,               続けて3回,                 three wrong tries in a row",
        "pin-locked,               日をまたいで,              over days and years",
        "pin-locked,               市区町村,                  city office",
        "certificate-expiry,       5回目の誕生日,             fifth birthday",
        "certificate-expiry,       3か月前から,               three months before",
        "certificate-expiry,       月の末日から3か月,         three months after the end of the month",
        "lost-card,                24時間365日,               at any hour of any day",
        "lost-card,                警察,                      police",
        "lost-card,                資格確認書,                eligibility certificate",
        "reader-fails,             資格情報のお知らせ,        eligibility information sheet",
        "face-not-recognised,      暗証番号,                  PIN",
        "face-not-recognised,      目視,                      staff compare",
        "black-circle-in-name,     資格そのものに問題はありません, coverage itself is fine",
        "wrong-person,             直ちに閲覧が止められ,      viewing is stopped at once",
        "how-to-register,          セブン銀行,                Seven Bank",
        "cancel-registration,      保険者に申請,              Apply to your insurer",
        "turning-75,               広域連合,                  prefecture's association",
        "newborn,                  勤め先,                    employer",
        "dependants,               勤め先を通して,            employer",
        "voluntary-continuation,   前の保険者へ直接,          directly to your former insurer",
        "eligibility-sheet,        これだけでは受診できません, No. It is an A4 sheet",
        "last-four-digits,         下4桁,                     Compare them",
        "where-to-call,            0120-95-0178,              0120-95-0178",
        "where-to-call,            0800-080-4583,             0800-080-4583"
    })
    void theFactIsInTheAnswer(String id, String ja, String en) {
        FaqEntry entry = library.find(id, TODAY).orElseThrow();

        assertThat(told(entry, Locale.JAPANESE)).contains(ja);
        assertThat(told(entry, Locale.ENGLISH)).contains(en);
    }

    private static String told(FaqEntry entry, Locale language) {
        return Stream.concat(Stream.of(entry.answer()), entry.nextSteps().stream())
                .map(text -> text.in(language))
                .collect(Collectors.joining(" "));
    }
}
