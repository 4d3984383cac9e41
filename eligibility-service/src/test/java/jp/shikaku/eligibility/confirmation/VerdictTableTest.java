package jp.shikaku.eligibility.confirmation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/**
 * What a card is worth, over HTTP, with what the rule itself never sees: coverages that are suspended or withdrawn (R1).
 * A coverage is written {@code person card from..to}, a card {@code A} or, with its branch, {@code A/01}; A and B are of two
 * insurers. Behind it comes what it became later, in small letters. Each row tells the verdict (R8, R4), the form of a
 * prescription, E or P (R10), and since when the coverage is that is shown.
 */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class VerdictTableTest {

    private final Clinic clinic = Clinic.hana();
    private final Map<String, Card> cards = new HashMap<>();
    private final Map<String, String> persons = new HashMap<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    the day before acquisition            | A/01 | 2025-03-31 | hana A/01 2025-04-01..2026-04-01 | 2 | P | 2025-04-01
                    the day of acquisition                | A/01 | 2025-04-01 | hana A/01 2025-04-01..2026-04-01 | 1 | E | 2025-04-01
                    the last day before the loss          | A/01 | 2026-03-31 | hana A/01 2025-04-01..2026-04-01 | 1 | E | 2025-04-01
                    the day of the loss                   | A/01 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01 | 2 | P | 2025-04-01
                    one day of coverage                   | A/01 | 2025-04-01 | hana A/01 2025-04-01..2025-04-02 | 1 | E | 2025-04-01
                    the day after that one day            | A/01 | 2025-04-02 | hana A/01 2025-04-01..2025-04-02 | 2 | P | 2025-04-01
                    the 29th of February                  | A/01 | 2024-02-29 | hana A/01 2024-02-29..2024-03-01 | 1 | E | 2024-02-29
                    the day after it                      | A/01 | 2024-03-01 | hana A/01 2024-02-29..2024-03-01 | 2 | P | 2024-02-29

                    same-day change, last old day, old    | A/01 | 2026-03-31 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-01.. | 1 | E | 2025-04-01
                    same-day change, last old day, new    | B/00 | 2026-03-31 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-01.. | 3 | P | 2026-04-01
                    same-day change, first new day, old   | A/01 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-01.. | 3 | P | 2025-04-01
                    same-day change, first new day, new   | B/00 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-01.. | 1 | E | 2026-04-01
                    lost and taken on again the same day  | A/01 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01; hana A/01 2026-04-01.. | 1 | E | 2026-04-01
                    a gap, on its last day                | A/01 | 2026-04-05 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-06.. | 2 | P | 2025-04-01

                    future coverage alone                 | A/01 | 2026-04-01 | hana A/01 2099-04-01..           | 2 | P | 2099-04-01
                    future coverage, on its first day     | A/01 | 2099-04-01 | hana A/01 2099-04-01..           | 1 | E | 2099-04-01
                    future coverage behind a present one  | A/01 | 2026-04-01 | hana A/01 2025-04-01..2099-04-01; hana B/00 2099-04-01.. | 1 | E | 2025-04-01
                    a present one before a future one     | B/00 | 2026-04-01 | hana A/01 2025-04-01..2099-04-01; hana B/00 2099-04-01.. | 3 | P | 2099-04-01

                    suspended                             | A/01 | 2026-04-01 | hana A/01 2025-04-01.. suspended | 4 | P | -
                    withdrawn                             | A/01 | 2026-04-01 | hana A/01 2025-04-01.. withdrawn | 4 | P | -
                    suspended and released                | A/01 | 2026-04-01 | hana A/01 2025-04-01.. suspended visible | 1 | E | 2025-04-01
                    future coverage, suspended            | A/01 | 2026-04-01 | hana A/01 2099-04-01.. suspended | 4 | P | -
                    the newer one is suspended, old card  | A/01 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-01.. suspended | 2 | P | 2025-04-01
                    the newer one is suspended, new card  | B/00 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01; hana B/00 2026-04-01.. suspended | 4 | P | -
                    the older one is suspended, old card  | A/01 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01 suspended; hana B/00 2026-04-01.. | 4 | P | -
                    the older one is suspended, new card  | B/00 | 2026-04-01 | hana A/01 2025-04-01..2026-04-01 suspended; hana B/00 2026-04-01.. | 1 | E | 2026-04-01

                    twins, without branch                 | A    | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01..  | 5 | P | -
                    twins, the first                      | A/01 | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-02..  | 1 | E | 2025-04-01
                    twins, the second                     | A/02 | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-02..  | 1 | E | 2025-04-02
                    twins, neither                        | A/03 | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01..  | 4 | P | -
                    twins, neither with branch on record  | A/01 | 2026-04-01 | hana A 2025-04-01..; yuki A 2025-04-01..        | 5 | P | -
                    twins, one of them suspended          | A    | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01.. suspended | 1 | E | 2025-04-01
                    twins, only one of them still covered | A    | 2026-04-01 | hana A/01 2025-04-01..; yuki A/02 2025-04-01..2026-01-01 | 5 | P | -

                    branch missing in the question        | A    | 2026-04-01 | hana A/01 2025-04-01..           | 1 | E | 2025-04-01
                    branch missing on record              | A/01 | 2026-04-01 | hana A 2025-04-01..              | 1 | P | 2025-04-01
                    branch missing in both                | A    | 2026-04-01 | hana A 2025-04-01..              | 1 | P | 2025-04-01
                    wrong branch                          | A/02 | 2026-04-01 | hana A/01 2025-04-01..           | 4 | P | -
                    """)
    void cardIsWorth(
            String title, String card, String day, String coverages, int validity, String form, String shownSince) {
        Stream.of(coverages.split(";")).map(String::strip).forEach(this::link);

        clinic.ask(card(card).question().with("asOf", day))
                .then()
                .statusCode(201)
                .body("validity", equalTo(validity))
                .body("prescription.form", equalTo(form.equals("E") ? "ELECTRONIC" : "PAPER"))
                .body("coverage.acquired", shownSince == null ? nullValue() : equalTo(shownSince))
                .body("medicalInfoAllowed", equalTo(validity == 1));
    }

    private void link(String coverage) {
        String[] words = coverage.split(" +");
        String[] days = words[2].split("\\.\\.");
        Body content = Coverages.of(card(words[1]), persons.computeIfAbsent(words[0], name -> Coverages.newPerson()))
                .with("acquired", days[0]);
        if (days.length == 2) {
            content = content.with("lost", days[1]).with("lossReason", "99");
        }
        var enrolment = Coverages.link(content);
        for (int i = 3; i < words.length; i++) {
            Coverages.put(enrolment, i - 1, content.with("state", words[i].toUpperCase(Locale.ROOT)))
                    .then()
                    .statusCode(204);
        }
    }

    private Card card(String text) {
        String[] parts = text.split("/");
        return cards.computeIfAbsent(
                        parts[0], letter -> letter.equals("B") ? Card.fresh().at(Card.OTHER_INSURER) : Card.fresh())
                .branch(parts.length == 2 ? parts[1] : null);
    }
}
