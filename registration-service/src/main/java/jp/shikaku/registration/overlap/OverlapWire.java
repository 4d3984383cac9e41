package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.overlap.Overlap;
import jp.shikaku.contracts.overlap.OverlapObjection;
import jp.shikaku.contracts.overlap.OverlapObstacle;
import jp.shikaku.registration.overlap.ClosableCoverages.End;

/** An overlap as it is told. */
final class OverlapWire {

    private OverlapWire() {}

    static Overlap toInsurer(StoredOverlap overlap, LocalDate today) {
        return of(overlap, today, overlap.objection());
    }

    /** That an insurer objects, but not what it wrote. */
    static Overlap toOperator(StoredOverlap overlap, LocalDate today) {
        return of(
                overlap,
                today,
                Optional.ofNullable(overlap.objection())
                        .map(objection -> new OverlapObjection(objection.at(), null, null))
                        .orElse(null));
    }

    static List<OverlapObstacle> obstacles(StoredOverlap overlap, LocalDate today) {
        Set<Obstacle> obstacles = overlap.closing() == null ? overlap.obstacles(today) : Set.of();
        return obstacles.stream().map(Obstacle::told).toList();
    }

    private static Overlap of(StoredOverlap overlap, LocalDate today, OverlapObjection objection) {
        Optional<End> end = overlap.end(today);
        StoredOverlap.Closing closing = overlap.closing();
        return new Overlap(
                overlap.id(),
                overlap.state(),
                overlap.enrolmentId(),
                overlap.insurer(),
                overlap.own() == null ? null : overlap.entries().get(0).acquired(),
                overlap.other() == null ? null : overlap.otherInsurer(),
                overlap.other() == null ? null : overlap.entries().get(0).otherAcquired(),
                overlap.entries().get(0).list(),
                overlap.listedOn(),
                overlap.closure().consecutiveLists(),
                end.isPresent(),
                end.map(End::lost).orElse(null),
                obstacles(overlap, today),
                objection,
                closing == null ? null : closing.version(),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.by());
    }
}
