package jp.shikaku.registration.enrolment;

import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.registration.hold.HeldRecords;
import jp.shikaku.registration.hold.Holds.DoubtedVersion;

/** What an insurer's decision on a hold does to the enrolment. */
@ApplicationScoped
class DecidedVersions implements HeldRecords {

    private final EnrolmentStore enrolments;
    private final CoverageDisplay display;

    DecidedVersions(EnrolmentStore enrolments, CoverageDisplay display) {
        this.enrolments = enrolments;
        this.display = display;
    }

    @Override
    public Uni<Void> lock(SqlConnection transaction, Collection<UUID> ids) {
        return enrolments.lock(transaction, ids).replaceWithVoid();
    }

    @Override
    public Uni<Void> confirmed(SqlConnection transaction, Collection<DoubtedVersion> versions) {
        return display.confirm(transaction, versions);
    }

    @Override
    public Uni<Void> withdrawn(SqlConnection transaction, Collection<UUID> ids) {
        return display.withdraw(transaction, ids);
    }
}
