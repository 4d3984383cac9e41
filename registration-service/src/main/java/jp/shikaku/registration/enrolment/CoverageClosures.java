package jp.shikaku.registration.enrolment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.linkage.Announcement.Priority;
import jp.shikaku.registration.overlap.ClosableCoverages;

/** Enters the end of coverages that are closed ex officio, the way that everything is entered. */
@ApplicationScoped
class CoverageClosures implements ClosableCoverages {

    private final VersionStore versions;
    private final NumberVault numbers;
    private final Intake intake;

    CoverageClosures(VersionStore versions, NumberVault numbers, Intake intake) {
        this.versions = versions;
        this.numbers = numbers;
        this.intake = intake;
    }

    @Override
    public Uni<Map<UUID, Integer>> end(
            SqlConnection transaction, InsurerNumber insurer, String enteredBy, Collection<End> ends) {
        Map<UUID, End> byEnrolment = ends.stream().collect(Collectors.toMap(End::enrolmentId, Function.identity()));
        return versions.live(transaction, byEnrolment.keySet()).flatMap(live -> {
            List<Version> shown = live.values().stream()
                    .map(GivenOut::latest)
                    .flatMap(found -> found.stream())
                    .filter(version -> version.version()
                            == byEnrolment.get(version.enrolmentId()).version())
                    .toList();
            Set<PersonKey> persons =
                    shown.stream().map(version -> version.content().personKey()).collect(Collectors.toSet());
            return numbers.read(transaction, persons)
                    .map(found -> shown.stream()
                            .map(version -> ended(
                                    new Origin(insurer, enteredBy),
                                    version,
                                    byEnrolment.get(version.enrolmentId()),
                                    found.get(version.content().personKey())))
                            .toList())
                    .flatMap(arrivals -> intake.take(transaction, new IntakeBatch(Priority.LIVE, arrivals)))
                    .map(CoverageClosures::taken);
        });
    }

    /** As it is, but for its end. Nothing of it is new to the resident register, which is not asked. */
    private static Arrival ended(Origin origin, Version shown, End end, IndividualNumber number) {
        RecordContent content = shown.content();
        EnteredRecord entered = new EnteredRecord(
                shown.recordKey(),
                number,
                content.card(),
                content.person(),
                content.details(),
                content.relation(),
                content.burdenShare(),
                content.acquired(),
                end.lost(),
                LossReason.OTHER_INSURANCE);
        return new Arrival(
                origin,
                entered,
                content.personKey(),
                shown.subject(),
                new RegisterAnswer.NotAsked(),
                new Target.NextOf(shown.enrolmentId(), shown.version()));
    }

    private static Map<UUID, Integer> taken(List<IntakeOutcome> outcomes) {
        Map<UUID, Integer> taken = new HashMap<>();
        outcomes.forEach(outcome -> {
            if (outcome instanceof IntakeOutcome.Taken done) {
                taken.put(done.version().enrolmentId(), done.version().version());
            }
        });
        return taken;
    }
}
