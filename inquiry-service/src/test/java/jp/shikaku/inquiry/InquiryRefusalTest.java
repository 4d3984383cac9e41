package jp.shikaku.inquiry;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.EndpointRefusalSuite;
import jp.shikaku.local.identity.Role;

@InquiryTest
class InquiryRefusalTest extends EndpointRefusalSuite {

    @Override
    protected String path() {
        return "/casefiles/" + ConfirmationNumber.ofBits(1);
    }

    @Override
    protected Response call(RequestSpecification request) {
        return request.get(path());
    }

    @Override
    protected Role role() {
        return Role.HOTLINE;
    }

    @Override
    protected String id() {
        return "agent-7";
    }

    @Override
    protected Role otherRole() {
        return Role.INSTITUTION;
    }

    @Override
    protected String otherId() {
        return "0110113719";
    }

    @Test
    void oversizedBodyIsRefusedWhereNoneIsWantedToo() {
        refusal(allowed().body("1".repeat(2 * 1024 * 1024)).post(path()), ProblemType.BODY_TOO_LARGE);
    }
}
