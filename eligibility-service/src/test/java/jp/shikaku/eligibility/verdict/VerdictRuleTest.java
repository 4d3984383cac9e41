package jp.shikaku.eligibility.verdict;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.eligibility.coverage.Coverage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rule as a table. A coverage is written {@code person card from..to}, a card {@code A} or, with its branch,
 * {@code A/01}; everybody is born on the same day unless the card says {@code A@date}. Suspended and withdrawn coverages
 * are missing here because the rule is never given them.
 */
class VerdictRuleTest {

    private static final InsurerNumber INSURER = InsurerNumber.of("06139992");
    private static final String BIRTH_DATE = "1990-01-15";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    the day before acquisition            | A | 2025-03-31 | hana A 2025-04-01..2026-04-01 | 2 | 2025-04-01
                    the day of acquisition                | A | 2025-04-01 | hana A 2025-04-01..2026-04-01 | 1 | 2025-04-01
                    the last day before the loss          | A | 2026-03-31 | hana A 2025-04-01..2026-04-01 | 1 | 2025-04-01
                    the day of the loss                   | A | 2026-04-01 | hana A 2025-04-01..2026-04-01 | 2 | 2025-04-01
                    no loss in sight                      | A | 2099-12-31 | hana A 2025-04-01..           | 1 | 2025-04-01
                    one day of coverage                   | A | 2025-04-01 | hana A 2025-04-01..2025-04-02 | 1 | 2025-04-01

                    change of insurer, last old day, old  | A | 2026-03-31 | hana A 2025-04-01..2026-04-01; hana B 2026-04-01.. | 1 | 2025-04-01
                    change of insurer, last old day, new  | B | 2026-03-31 | hana A 2025-04-01..2026-04-01; hana B 2026-04-01.. | 3 | 2026-04-01
                    change of insurer, first new day, old | A | 2026-04-01 | hana A 2025-04-01..2026-04-01; hana B 2026-04-01.. | 3 | 2025-04-01
                    change of insurer, first new day, new | B | 2026-04-01 | hana A 2025-04-01..2026-04-01; hana B 2026-04-01.. | 1 | 2026-04-01

                    a gap, on its first day               | A | 2026-04-01 | hana A 2025-04-01..2026-04-01; hana B 2026-04-06.. | 2 | 2025-04-01
                    a gap, on its last day                | A | 2026-04-05 | hana A 2025-04-01..2026-04-01; hana B 2026-04-06.. | 2 | 2025-04-01
                    after the gap                         | A | 2026-04-06 | hana A 2025-04-01..2026-04-01; hana B 2026-04-06.. | 3 | 2025-04-01
                    a coverage that is still to begin     | B | 2026-04-05 | hana A 2025-04-01..2026-04-01; hana B 2026-04-06.. | 2 | 2026-04-06

                    nobody                                | A | 2026-04-01 |                               | 4 | -
                    another card                          | C | 2026-04-01 | hana A 2025-04-01..           | 4 | -
                    another birth date                    | A@1990-01-16 | 2026-04-01 | hana A 2025-04-01..| 4 | -

                    twins, without branch                 | A    | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01.. | 5 | -
                    twins, first                          | A/01 | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01.. | 1 | 2025-04-01
                    twins, neither                        | A/03 | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01.. | 4 | -
                    twins, one without branch on record   | A/01 | 2026-04-01 | hana A/01 2025-04-01..; yuki A 2025-04-01..    | 5 | -
                    twins, other than the one on record   | A/02 | 2026-04-01 | hana A/01 2025-04-01..; yuki A 2025-04-01..    | 1 | 2025-04-01
                    twins, only one of them covered       | A    | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01..2025-10-01 | 5 | -

                    branch typed, none on record          | A/01 | 2026-04-01 | hana A 2025-04-01..           | 1 | 2025-04-01
                    branch on record, none typed          | A    | 2026-04-01 | hana A/01 2025-04-01..        | 1 | 2025-04-01
                    wrong branch typed                    | A/02 | 2026-04-01 | hana A/01 2025-04-01..        | 4 | -

                    somebody else is covered elsewhere    | A/01 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01; yuki A/02 2025-04-01..; yuki B 2026-04-01.. | 2 | 2025-04-01
                    family with another birth date        | A | 2026-04-01 | hana A 2025-04-01..2026-04-01; taro A@1985-05-05 2025-04-01.. | 2 | 2025-04-01

                    taken on again, during the first time | A | 2025-06-01 | hana A 2025-04-01..2025-10-01; hana A 2026-04-01.. | 1 | 2025-04-01
                    taken on again, between               | A | 2025-12-01 | hana A 2025-04-01..2025-10-01; hana A 2026-04-01.. | 2 | 2025-04-01
                    taken on again, after                 | A | 2026-04-01 | hana A 2025-04-01..2025-10-01; hana A 2026-04-01.. | 1 | 2026-04-01
                    taken on again, before either         | A | 2025-01-01 | hana A 2025-04-01..2025-10-01; hana A 2026-04-01.. | 2 | 2025-04-01
                    taken on again with a new branch      | A/01 | 2026-04-01 | hana A/01 2025-04-01..2025-10-01; hana A/05 2026-04-01.. | 3 | 2025-04-01
                    two at once, the later one is shown   | A | 2026-05-01 | hana A 2025-04-01..; hana A 2026-04-01..           | 1 | 2026-04-01
                    two over, the one that ended last     | A | 2026-05-01 | hana A 2025-04-01..2026-03-01; hana A 2025-06-01..2025-09-01 | 2 | 2025-04-01
                    """)
    void cardIsWorth(String title, String card, LocalDate day, String coverages, int code, LocalDate shownSince) {
        Verdict verdict = ask(card, day, coverages);

        assertThat(verdict.validity().code()).isEqualTo(code);
        assertThat(verdict.onCard()
                        .map(coverage -> coverage.period().acquired())
                        .orElse(null))
                .isEqualTo(shownSince);
    }

    /** By certificate the person is known and no card is named: the same days, and none of several chosen (R4). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    the day before acquisition     | 2025-03-31 | hana A 2025-04-01..2026-04-01 | 2 | 2025-04-01
                    the day of acquisition         | 2025-04-01 | hana A 2025-04-01..2026-04-01 | 1 | 2025-04-01
                    the last day before the loss   | 2026-03-31 | hana A 2025-04-01..2026-04-01 | 1 | 2025-04-01
                    the day of the loss            | 2026-04-01 | hana A 2025-04-01..2026-04-01 | 2 | 2025-04-01
                    change of insurer, last day    | 2026-03-31 | hana A 2025-04-01..2026-04-01; hana B 2026-04-01.. | 1 | 2025-04-01
                    change of insurer, first day   | 2026-04-01 | hana A 2025-04-01..2026-04-01; hana B 2026-04-01.. | 1 | 2026-04-01
                    in a gap, the one that is over | 2026-04-03 | hana A 2025-04-01..2026-04-01; hana B 2026-04-06.. | 2 | 2025-04-01
                    still to begin, the next one   | 2025-01-01 | hana B 2026-04-06..; hana A 2025-04-01..2026-04-01 | 2 | 2025-04-01
                    nothing                        | 2026-04-01 |                               | 4 | -
                    two insurers at once           | 2026-05-01 | hana A 2025-04-01..; hana B 2026-04-01.. | 5 | -
                    two at once on one card        | 2026-05-01 | hana A 2025-04-01..; hana A 2026-04-01.. | 1 | 2026-04-01
                    two ended on one day           | 2026-05-01 | hana A 2025-04-01..2026-04-01; hana B 2025-10-01..2026-04-01 | 5 | -
                    two begin on one day           | 2025-01-01 | hana A 2025-04-01..; hana B 2025-04-01.. | 5 | -
                    two over, one on one card      | 2026-05-01 | hana A 2025-04-01..2026-03-01; hana A 2025-06-01..2026-03-01 | 2 | 2025-04-01
                    """)
    void holderOfACertificateIs(String title, LocalDate day, String coverages, int code, LocalDate shownSince) {
        Verdict verdict = VerdictRule.ofPerson(day, read(coverages));

        assertThat(verdict.validity().code()).isEqualTo(code);
        assertThat(verdict.onCard()
                        .map(coverage -> coverage.period().acquired())
                        .orElse(null))
                .isEqualTo(shownSince);
    }

    @Test
    void orderOfTheCoveragesDoesNotMatter() {
        String one = "hana A 2025-04-01..2025-10-01";
        String two = "hana A 2026-04-01..";
        String three = "hana B 2025-10-01..2026-04-01";
        LocalDate day = LocalDate.parse("2025-12-01");

        assertThat(Stream.of(
                                String.join(";", one, two, three),
                                String.join(";", three, two, one),
                                String.join(";", two, three, one))
                        .map(coverages -> ask("A", day, coverages).validity().code()))
                .containsOnly(3);
    }

    private static Verdict ask(String card, LocalDate day, String coverages) {
        return VerdictRule.decide(card(card), birthDate(card), day, read(coverages));
    }

    private static List<Coverage> read(String coverages) {
        return Stream.ofNullable(coverages)
                .flatMap(text -> Stream.of(text.split(";")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> coverage(text.split(" ")))
                .toList();
    }

    private static Coverage coverage(String[] words) {
        InsuredCard card = card(words[1]);
        String[] days = words[2].split("\\.\\.");
        CoveragePeriod period =
                CoveragePeriod.of(LocalDate.parse(days[0]), days.length == 2 ? LocalDate.parse(days[1]) : null);
        ShownCoverage shown = new ShownCoverage(
                INSURER,
                null,
                card.number(),
                card.branch().orElse(null),
                null,
                null,
                null,
                null,
                words[0],
                words[0],
                null,
                null,
                Sex.FEMALE,
                null,
                birthDate(words[1]),
                null,
                null,
                FamilyRelation.INSURED_PERSON,
                null,
                period.acquired(),
                period.lost().orElse(null),
                null);
        return new Coverage(UUID.randomUUID(), key(words[0]), card, period, true, shown);
    }

    private static InsuredCard card(String text) {
        String[] parts = text.split("@")[0].split("/");
        return InsuredCard.of(INSURER, null, parts[0], parts.length == 2 ? parts[1] : null);
    }

    private static LocalDate birthDate(String card) {
        String[] parts = card.split("@");
        return LocalDate.parse(parts.length == 2 ? parts[1] : BIRTH_DATE);
    }

    private static PersonKey key(String person) {
        byte[] bytes = (person + ".".repeat(32)).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return PersonKey.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
