package jp.shikaku.registration.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.request.PageRequest;

@ApplicationScoped
class HoldRepository implements PanacheRepositoryBase<HoldEntity, UUID> {

    Uni<Optional<HoldEntity>> ofInsurer(InsurerNumber insurer, UUID id) {
        return find("id = ?1 and insurer = ?2", id, insurer).firstResult().map(Optional::ofNullable);
    }

    /** Which enrolment a hold is about, without loading the hold. */
    Uni<Optional<UUID>> enrolmentOf(InsurerNumber insurer, UUID id) {
        return getSession()
                .flatMap(session -> session.createQuery(
                                "select enrolmentId from HoldEntity where id = ?1 and insurer = ?2", UUID.class)
                        .setParameter(1, id)
                        .setParameter(2, insurer)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** @param state {@code null} for holds in every state */
    Uni<List<HoldEntity>> ofInsurer(InsurerNumber insurer, HoldState state, PageRequest page) {
        StringBuilder condition = new StringBuilder("insurer = ?1");
        List<Object> values = new ArrayList<>(List.of(insurer));
        if (state != null) {
            values.add(state);
            condition.append(" and state = ?").append(values.size());
        }
        if (page.after() != null) {
            values.add(page.after());
            condition.append(" and id > ?").append(values.size());
        }
        return find(condition.toString(), Sort.by("id"), values.toArray())
                .range(0, page.limit())
                .list();
    }

    Uni<HoldEntity> ofVersion(UUID enrolmentId, int version) {
        return find("enrolmentId = ?1 and version = ?2", enrolmentId, version).singleResult();
    }
}
