package jp.shikaku.registration.hold;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.time.JapanTime;

/** A version in doubt, and how the doubt ended. */
@Entity
@Table(name = "hold")
class HoldEntity {

    @Id
    UUID id;

    @Column(name = "enrolment_id")
    UUID enrolmentId;

    int version;

    @Column(name = "insurer_number")
    InsurerNumber insurer;

    @Enumerated(EnumType.STRING)
    HoldState state;

    @JdbcTypeCode(SqlTypes.JSON)
    Findings findings;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason_code")
    HoldReason reasonCode;

    String reason;

    protected HoldEntity() {}

    HoldEntity(UUID id, UUID enrolmentId, int version, InsurerNumber insurer, Findings findings, Instant openedAt) {
        this.id = id;
        this.enrolmentId = enrolmentId;
        this.version = version;
        this.insurer = insurer;
        this.state = HoldState.OPEN;
        this.findings = findings;
        this.openedAt = openedAt;
    }

    boolean isOpen() {
        return state == HoldState.OPEN;
    }

    void decide(Decision decision, Instant at) {
        end(decision.endsAs(), at);
        reasonCode = decision.reasonCode();
        reason = decision.reason();
    }

    /** @throws IllegalStateException when it has ended before */
    void end(HoldState as, Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException("a hold ends once");
        }
        state = as;
        decidedAt = at;
    }

    Hold wire() {
        return new Hold(
                id,
                enrolmentId,
                version,
                state,
                JapanTime.wire(openedAt),
                findings.items(),
                decidedAt == null ? null : JapanTime.wire(decidedAt),
                reasonCode,
                reason);
    }
}
