package jp.shikaku.registration.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.request.PageRequest;

@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<VersionEntity, VersionEntity.Key> {

    private static final String LATEST =
            "from VersionEntity v join EnrolmentEntity e on e.id = v.enrolmentId and e.latestVersion = v.version ";

    /** Every version of one enrolment, oldest first. */
    Uni<List<VersionEntity>> of(UUID enrolmentId) {
        return find("enrolmentId = ?1", Sort.by("version"), enrolmentId).list();
    }

    Uni<Optional<VersionEntity>> latest(InsurerNumber insurer, UUID enrolmentId) {
        return find("select v " + LATEST + "where e.id = ?1 and e.insurer = ?2", enrolmentId, insurer)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<List<VersionEntity>> latest(InsurerNumber insurer, PageRequest page) {
        String query = "select v " + LATEST + "where e.insurer = ?1 ";
        return (page.after() == null
                        ? find(query + "order by e.id", insurer)
                        : find(query + "and e.id > ?2 order by e.id", insurer, page.after()))
                .range(0, page.limit())
                .list();
    }
}
