package jp.shikaku.eligibility.fhir;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * A request and the resources it refers to: sent as it is, as the parameter {@code resource} of the operation, or in a
 * {@code Bundle} together with patient and coverage.
 *
 * @param pointer of the request within what was sent
 * @param bundle a missing node when there is none
 */
record RequestTree(JsonNode request, String pointer, JsonNode bundle) {

    private static final String REQUEST = "CoverageEligibilityRequest";

    /** @throws ProblemException unless there is exactly one request in {@code sent} */
    static RequestTree of(JsonNode sent) {
        String type = sent.path("resourceType").asText();
        return switch (type) {
            case REQUEST -> new RequestTree(sent, "", sent.path("-"));
            case "Bundle" -> inBundle(sent, "");
            case "Parameters" -> inParameters(sent);
            default -> throw unknown("/resourceType");
        };
    }

    private static RequestTree inParameters(JsonNode sent) {
        JsonNode parameters = sent.path("parameter");
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode resource = parameters.get(i).path("resource");
            String pointer = "/parameter/" + i + "/resource";
            if (isA(resource, REQUEST)) {
                return new RequestTree(resource, pointer, sent.path("-"));
            }
            if (isA(resource, "Bundle")) {
                return inBundle(resource, pointer);
            }
        }
        throw unknown("/parameter");
    }

    private static RequestTree inBundle(JsonNode bundle, String pointer) {
        JsonNode entries = bundle.path("entry");
        RequestTree found = null;
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            if (isA(resource, REQUEST)) {
                if (found != null) {
                    throw unknown(pointer + "/entry/" + i + "/resource");
                }
                found = new RequestTree(resource, pointer + "/entry/" + i + "/resource", bundle);
            }
        }
        if (found == null) {
            throw unknown(pointer + "/entry");
        }
        return found;
    }

    /** The resource of {@code type} that {@code reference} refers to, if it was sent along. */
    Optional<JsonNode> resolve(JsonNode reference, String type) {
        String target = reference.path("reference").asText();
        if (target.startsWith("#")) {
            return contained(target.substring(1), type);
        }
        return target.isEmpty() ? Optional.empty() : bundled(target, type);
    }

    private Optional<JsonNode> contained(String id, String type) {
        for (JsonNode each : request.path("contained")) {
            if (isA(each, type) && each.path("id").asText().equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> bundled(String target, String type) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            String relative = type + "/" + resource.path("id").asText("-");
            if (isA(resource, type) && (target.equals(entry.path("fullUrl").asText()) || target.equals(relative))) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    private static boolean isA(JsonNode resource, String type) {
        return resource.path("resourceType").asText().equals(type);
    }

    private static ProblemException unknown(String pointer) {
        return new ProblemException(
                ProblemType.VALUES_INVALID, List.of(new InvalidField(pointer, ValueFault.UNKNOWN_CODE)));
    }
}
