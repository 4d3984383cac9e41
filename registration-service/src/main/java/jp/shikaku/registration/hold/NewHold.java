package jp.shikaku.registration.hold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.HoldCause;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.number.InsurerNumber;

/** A doubt about one version of an enrolment, to be opened. */
public record NewHold(
        UUID id,
        UUID enrolmentId,
        int version,
        InsurerNumber insurer,
        HoldCause cause,
        HoldEffect effect,
        List<Finding> findings,
        Instant openedAt) {}
