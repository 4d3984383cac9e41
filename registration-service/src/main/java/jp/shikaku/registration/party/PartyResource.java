package jp.shikaku.registration.party;

import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.party.PartyRegistration;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.JsonBody;

/** The operator lets insurers and employers take part. */
@Path("/")
@Tag(name = "party")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartyResource {

    private static final int MAX_NAME = 100;

    private final PartyRegister register;

    PartyResource(PartyRegister register) {
        this.register = register;
    }

    @PUT
    @Path("/insurers/{insurerNumber}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "registerInsurer", summary = "Makes an insurer known, or changes its name")
    @APIResponse(responseCode = "201", description = "It was not known before")
    @APIResponse(responseCode = "204", description = "It was known; it has this name now")
    public Uni<RestResponse<Void>> registerInsurer(String insurerNumber, PartyRegistration registration) {
        return enter("insurerNumber", insurerNumber, InsurerNumber::of, registration, register::enter);
    }

    @PUT
    @Path("/employers/{corporateNumber}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "registerEmployer", summary = "Makes an employer known, or changes its name")
    @APIResponse(responseCode = "201", description = "It was not known before")
    @APIResponse(responseCode = "204", description = "It was known; it has this name now")
    public Uni<RestResponse<Void>> registerEmployer(String corporateNumber, PartyRegistration registration) {
        return enter("corporateNumber", corporateNumber, CorporateNumber::of, registration, register::enter);
    }

    private static <N> Uni<RestResponse<Void>> enter(
            String parameter,
            String text,
            Function<String, N> parser,
            PartyRegistration registration,
            BiFunction<N, String, Uni<Boolean>> enter) {
        JsonBody.required(registration);
        ValueReader reader = new ValueReader();
        N number = reader.required("path:" + parameter, text, parser);
        String name = reader.requiredText("/name", registration.name(), MAX_NAME);
        reader.refuseIfAnyInvalid();
        return enter.apply(number, name)
                .map(isNew -> isNew
                        ? RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.CREATED)
                                .build()
                        : RestResponse.noContent());
    }
}
