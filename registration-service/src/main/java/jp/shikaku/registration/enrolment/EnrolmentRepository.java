package jp.shikaku.registration.enrolment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.InsurerNumber;

@ApplicationScoped
class EnrolmentRepository implements PanacheRepositoryBase<EnrolmentEntity, UUID> {

    /** The insurer's own enrolment, locked until the transaction ends. */
    Uni<Optional<EnrolmentEntity>> locked(InsurerNumber insurer, UUID id) {
        return find("id = ?1 and insurer = ?2", id, insurer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
