package jp.shikaku.eligibility.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.audit.LookVerification;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** Whether the record of looks is as it was written. */
@Path("/looks/verification")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
public class LookVerificationResource {

    private final LookChain chain;

    LookVerificationResource(LookChain chain) {
        this.chain = chain;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "verifyLooks",
            summary =
                    "Computes the chain of seals anew from the looks, some seals at a time, and names those that are wrong."
                            + " Keep number and hash of the last one elsewhere: a chain that was rewritten as a whole has others.")
    public Uni<LookVerification> verify(
            @Parameter(description = "Number of the last seal already verified") @QueryParam("after") @DefaultValue("0")
                    String after,
            @QueryParam("limit") @DefaultValue("10") String limit) {
        ValueReader reader = new ValueReader();
        Long from = reader.required("query:after", after, LookVerificationResource::number);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return chain.verify(from, page.limit());
    }

    private static Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return Long.valueOf(text);
    }
}
