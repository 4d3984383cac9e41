package jp.shikaku.registration.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.registration.linkage.Announcement;
import jp.shikaku.registration.linkage.Announcement.Priority;

/** Gathers what changes for enrolments that are locked: states of versions, and what eligibility is told of them. */
final class DisplayChange {

    final List<Version> moved = new ArrayList<>();
    final List<Announcement> announcements = new ArrayList<>();

    private final Map<UUID, EnrolmentRow> rows;
    private final Map<UUID, List<Version>> live;

    /**
     * @param rows mutable; locked by the caller
     * @param live the versions of each that are not history, oldest first
     */
    DisplayChange(Map<UUID, EnrolmentRow> rows, Map<UUID, List<Version>> live) {
        this.rows = rows;
        this.live = live;
    }

    List<EnrolmentRow> rows() {
        return List.copyOf(rows.values());
    }

    EnrolmentRow row(UUID enrolmentId) {
        return rows.get(enrolmentId);
    }

    List<Version> live(UUID enrolmentId) {
        return live.getOrDefault(enrolmentId, List.of());
    }

    Optional<Version> version(UUID enrolmentId, int version) {
        return live(enrolmentId).stream().filter(it -> it.version() == version).findFirst();
    }

    void suspect(UUID enrolmentId, boolean suspected) {
        EnrolmentRow row = rows.get(enrolmentId);
        rows.put(
                enrolmentId,
                new EnrolmentRow(
                        row.id(),
                        row.insurer(),
                        row.recordKey(),
                        row.latestVersion(),
                        row.coverageVersion(),
                        suspected));
    }

    void move(Version version) {
        moved.add(version);
    }

    /** Tells eligibility what it may do with {@code version} from now on. */
    void announce(Version version, CoverageState state, Priority priority) {
        EnrolmentRow row = rows.get(version.enrolmentId());
        int number = row.coverageVersion() + 1;
        rows.put(
                row.id(),
                new EnrolmentRow(
                        row.id(), row.insurer(), row.recordKey(), row.latestVersion(), number, row.suspected()));
        announcements.add(new Announcement(
                version.enrolmentId(), number, version.version(), state, version.medicalInfoAllowed(), priority));
    }
}
