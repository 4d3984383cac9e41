package jp.shikaku.registration.hold;

import java.util.UUID;

import jp.shikaku.contracts.hold.HoldDecision;
import jp.shikaku.contracts.hold.HoldDecisionRequest;
import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.registration.hold.Holds.Withdrawal;

/** How an insurer ends a hold, with its reason. */
record Decision(HoldDecision kind, HoldReason reasonCode, String reason) {

    static final int MAX_REASON = 500;

    /** @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted */
    static Decision read(HoldDecisionRequest request) {
        ValueReader reader = new ValueReader();
        HoldDecision kind = reader.required("/decision", request.decision(), HoldDecision::of);
        HoldReason code = reader.required("/reasonCode", request.reasonCode(), HoldReason::of);
        String reason = reader.requiredText("/reason", request.reason(), MAX_REASON);
        reader.refuseIfAnyInvalid();
        return new Decision(kind, code, reason);
    }

    Withdrawal withdrawal(UUID enrolmentId) {
        return new Withdrawal(enrolmentId, reasonCode, reason);
    }

    HoldState endsAs() {
        return switch (kind) {
            case CONFIRM -> HoldState.CONFIRMED;
            case WITHDRAW -> HoldState.WITHDRAWN;
        };
    }
}
