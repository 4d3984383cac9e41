package jp.shikaku.registration.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.kit.request.PageRequest;

@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<ReportEntity, UUID> {

    Uni<Optional<ReportEntity>> ofEmployer(CorporateNumber employer, UUID id) {
        return find("id = ?1 and employer = ?2", id, employer).firstResult().map(Optional::ofNullable);
    }

    Uni<List<ReportEntity>> ofEmployer(CorporateNumber employer, PageRequest page) {
        Sort oldestFirst = Sort.by("id");
        return (page.after() == null
                        ? find("employer = ?1", oldestFirst, employer)
                        : find("employer = ?1 and id > ?2", oldestFirst, employer, page.after()))
                .range(0, page.limit())
                .list();
    }
}
