package jp.shikaku.kit.testing;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import jp.shikaku.contracts.problem.Problem;

/** Says of every operation what is true of every operation: it refuses with a problem (RFC 9457), whatever the status. */
public final class RefusalsDescribed implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addSchema(FIELD_ERROR, fieldError())
                .addResponse(PROBLEM, refusal("Any other refusal: branch on its code, not on its title"));
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(RefusalsDescribed::describe);
    }

    private static void describe(Operation operation) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        responses.forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(problemContent());
            }
        });
        operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().ref(PROBLEM));
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse().description(description).content(problemContent());
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("RFC 9457; title and nextStep in the language of Content-Language")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", text("urn:shikaku:problem:values-invalid"))
                .addProperty("title", text("受け付けられない値があります"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .addExample(422))
                .addProperty("code", text("values-invalid").pattern("^[a-z0-9-]+$"))
                .addProperty("nextStep", text("errors の各項目を直して再送してください。何も登録されていません。"))
                .addProperty("instance", text("urn:uuid:0190a1b2-0000-7000-8000-000000000001"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(FIELD_ERROR)))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code")
                .addRequired("nextStep")
                .addRequired("instance");
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .description("One refused value")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty(
                        "pointer", text("/birthDate").description("JSON pointer, or query:, header:, path: and a name"))
                .addProperty("code", text("date-not-iso").pattern("^[a-z0-9-]+$"))
                .addProperty("detail", text("日付は西暦の YYYY-MM-DD で指定してください。"))
                .addProperty("nextStep", text("西暦の YYYY-MM-DD に直してください(例: 2026-04-01)。"))
                .addRequired("pointer")
                .addRequired("code")
                .addRequired("detail")
                .addRequired("nextStep");
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
