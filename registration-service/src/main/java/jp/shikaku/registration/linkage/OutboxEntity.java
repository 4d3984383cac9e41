package jp.shikaku.registration.linkage;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * A cleared version that eligibility does not have yet. The row is deleted once it has. How often and when it was tried is
 * the business of {@link Outbox}, in the database's own time.
 */
@Entity
@Table(name = "linkage_outbox")
@IdClass(OutboxEntity.Key.class)
class OutboxEntity {

    record Key(UUID enrolmentId, int version) implements Serializable {}

    @Id
    @Column(name = "enrolment_id")
    UUID enrolmentId;

    @Id
    int version;

    /** A {@code CoverageVersion} as JSON, sent as it stands: what a version says never changes (R2). */
    String coverage;

    @Column(name = "queued_at")
    Instant queuedAt;

    protected OutboxEntity() {}

    OutboxEntity(UUID enrolmentId, int version, String coverage, Instant queuedAt) {
        this.enrolmentId = enrolmentId;
        this.version = version;
        this.coverage = coverage;
        this.queuedAt = queuedAt;
    }
}
