package jp.shikaku.kit.testing;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;

/** The OpenAPI document that a running service gives out on its admin port. */
final class ApiDescription {

    private final JsonPath document;

    private ApiDescription(JsonPath document) {
        this.document = document;
    }

    /** One thing that can be asked of a service, by a body of the type {@code consumes} if by any. */
    record Operation(
            String id, String method, String path, String consumes, Map<String, Map<String, Object>> responses) {}

    static ApiDescription at(URI address) {
        return new ApiDescription(given().queryParam("format", "json")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
    }

    String version() {
        return document.getString("openapi");
    }

    List<Operation> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(entry -> entry.getValue().containsKey("operationId"))
                        .map(entry -> operation(path.getKey(), entry.getKey(), entry.getValue())))
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON has no types; the cast fails where the document is none
    private static Operation operation(String path, String method, Map<String, Object> content) {
        Map<String, Object> body = (Map<String, Object>) content.getOrDefault("requestBody", Map.of());
        Map<String, Object> types = (Map<String, Object>) body.getOrDefault("content", Map.of());
        return new Operation(
                (String) content.get("operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                types.keySet().stream().findFirst().orElse("application/json"),
                (Map<String, Map<String, Object>>) content.get("responses"));
    }

    /** The schemas by name. */
    Map<String, Map<String, Object>> schemas() {
        return new TreeMap<>(document.<String, Map<String, Object>>getMap("components.schemas"));
    }
}
