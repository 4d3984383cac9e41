package jp.shikaku.registration.mislink;

import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.mislink.MislinkDecision;
import jp.shikaku.contracts.mislink.MislinkDecisionRequest;
import jp.shikaku.contracts.mislink.MislinkState;
import jp.shikaku.contracts.problem.ValueReader;

/** How an insurer ends a case, with its reason. */
record MislinkVerdict(MislinkDecision decision, HoldReason reasonCode, String reason) {

    private static final int MAX_REASON = 500;

    /** @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted */
    static MislinkVerdict read(MislinkDecisionRequest request) {
        ValueReader reader = new ValueReader();
        MislinkDecision decision = reader.required("/decision", request.decision(), MislinkDecision::of);
        HoldReason code = reader.required("/reasonCode", request.reasonCode(), HoldReason::of);
        String reason = reader.requiredText("/reason", request.reason(), MAX_REASON);
        reader.refuseIfAnyInvalid();
        return new MislinkVerdict(decision, code, reason);
    }

    MislinkState endsAs() {
        return switch (decision) {
            case REINSTATE -> MislinkState.REINSTATED;
            case WITHDRAW -> MislinkState.WITHDRAWN;
        };
    }
}
