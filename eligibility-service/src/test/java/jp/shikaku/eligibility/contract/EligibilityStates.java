package jp.shikaku.eligibility.contract;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.kit.testing.contract.ProviderStates;

/** What registration and inquiry start from when they ask eligibility. */
public final class EligibilityStates implements ProviderStates {

    @Override
    public Map<String, Object> arrange(String state, Map<String, Object> parameters) {
        return switch (state) {
            case "a card was not valid when a clinic asked, and is not now" -> lostCardAskedAbout();
            case "a card was unknown when a clinic asked, and is valid now" -> cardAskedAboutTooEarly();
            case "version 2 of an enrolment was applied" -> versionTwoApplied(parameters);
            case "a clinic was shown a record" -> recordShown();
            case "a clinic asked about a card that nobody has" ->
                Map.of("confirmationNumber", Clinic.hana().numberFor(Card.fresh()));
            case "no confirmation has this number",
                    "no version of an enrolment was applied",
                    "no record has this id",
                    "nothing was said of a certificate" -> Map.of();
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Map<String, Object> lostCardAskedAbout() {
        Card card = Card.fresh();
        String yesterday = JapanTime.today(Clock.systemUTC()).minusDays(1).toString();
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("lost", yesterday));
        return Map.of("confirmationNumber", Clinic.hana().numberFor(card));
    }

    private static Map<String, Object> cardAskedAboutTooEarly() {
        Card card = Card.fresh();
        String number = Clinic.hana().numberFor(card);
        Coverages.link(card);
        return Map.of("confirmationNumber", number);
    }

    private static Map<String, Object> recordShown() {
        Card card = Card.fresh();
        UUID enrolment = Coverages.link(card);
        return Map.of("confirmationNumber", Clinic.hana().numberFor(card), "enrolmentId", enrolment.toString());
    }

    private static Map<String, Object> versionTwoApplied(Map<String, Object> parameters) {
        UUID enrolment = UUID.fromString((String) parameters.get("enrolmentId"));
        // Always the same content: it may have been applied before, by another test.
        Body content = Coverages.of(new Card(Card.INSURER, "１２３", "45", "01", "1990-01-15"), "A".repeat(43));
        Coverages.put(enrolment, 2, content).then().statusCode(204);
        return Map.of();
    }
}
