package jp.shikaku.eligibility.fhir;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import static jp.shikaku.eligibility.fhir.EligibilityRequestReader.text;

/**
 * Finds the card in a coverage: by its member identifier, or by the extensions of JP Core with the insurer's number at the
 * payor.
 */
final class CardInCoverage {

    private CardInCoverage() {}

    /**
     * @param reference as the request refers to the coverage: the member identifier may stand there
     * @param coverage what was sent along
     */
    static Optional<MemberId> of(JsonNode reference, Optional<JsonNode> coverage) {
        return identifier(reference.path("identifier"))
                .or(() -> coverage.flatMap(CardInCoverage::byIdentifier))
                .or(() -> coverage.flatMap(CardInCoverage::byExtensions));
    }

    private static Optional<MemberId> byIdentifier(JsonNode coverage) {
        for (JsonNode identifier : coverage.path("identifier")) {
            Optional<MemberId> card = identifier(identifier);
            if (card.isPresent()) {
                return card.map(found -> found.insurerNumber().isEmpty()
                        ? new MemberId(orEmpty(insurer(coverage)), found.symbol(), found.number(), found.branch())
                        : found);
            }
        }
        return Optional.empty();
    }

    private static Optional<MemberId> byExtensions(JsonNode coverage) {
        String number = extension(coverage, Systems.NUMBER);
        String branch = extension(coverage, Systems.BRANCH);
        return number == null
                ? Optional.empty()
                : Optional.of(new MemberId(
                        orEmpty(insurer(coverage)),
                        orEmpty(extension(coverage, Systems.SYMBOL)),
                        number,
                        branch == null ? orEmpty(text(coverage, "dependent")) : branch));
    }

    private static Optional<MemberId> identifier(JsonNode identifier) {
        String system = text(identifier, "system");
        return system == null ? Optional.empty() : MemberId.read(system, text(identifier, "value"));
    }

    /** Of the payor itself, or of the organization it refers to within the coverage. */
    private static String insurer(JsonNode coverage) {
        JsonNode payor = coverage.path("payor").path(0);
        String number = insurerNumber(payor.path("identifier"));
        if (number != null) {
            return number;
        }
        String target = payor.path("reference").asText();
        for (JsonNode contained : coverage.path("contained")) {
            if (target.equals("#" + contained.path("id").asText())) {
                for (JsonNode identifier : contained.path("identifier")) {
                    String found = insurerNumber(identifier);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static String insurerNumber(JsonNode identifier) {
        String system = text(identifier, "system");
        return Systems.INSURER_NUMBER.equals(system) || Systems.INSURER_NUMBER_OID.equals(system)
                ? text(identifier, "value")
                : null;
    }

    private static String extension(JsonNode coverage, String url) {
        for (JsonNode extension : coverage.path("extension")) {
            if (url.equals(text(extension, "url"))) {
                return text(extension, "valueString");
            }
        }
        return null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
