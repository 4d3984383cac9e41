package jp.shikaku.eligibility.confirmation;

import java.net.URI;

import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;

/** How a new confirmation is answered, whatever it was asked by. */
final class Created {

    private Created() {}

    static RestResponse<ConfirmationAnswer> of(ConfirmationAnswer answer) {
        return RestResponse.ResponseBuilder.<ConfirmationAnswer>created(URI.create(
                        "/confirmations/" + answer.confirmationNumber().display()))
                .tag(AnswerTag.of(answer))
                .entity(answer)
                .build();
    }
}
