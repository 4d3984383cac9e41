package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.registration.check.CheckContext;
import jp.shikaku.registration.check.CheckMode;
import jp.shikaku.registration.check.CheckResult;
import jp.shikaku.registration.check.CheckedRecord;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.check.SystemCheck;
import jp.shikaku.registration.individual.NumberVault;
import jp.shikaku.registration.resident.RegisterQuestion;
import jp.shikaku.registration.resident.ResidentRegister;

/** Checks records that are stored already, any number at a time. */
@ApplicationScoped
class StoredRecords {

    private final VersionStore versions;
    private final NumberVault numbers;
    private final ResidentRegister register;
    private final SystemCheck systemCheck;
    private final Clock clock;

    StoredRecords(
            VersionStore versions,
            NumberVault numbers,
            ResidentRegister register,
            SystemCheck systemCheck,
            Clock clock) {
        this.versions = versions;
        this.numbers = numbers;
        this.register = register;
        this.systemCheck = systemCheck;
        this.clock = clock;
    }

    /**
     * What the resident register says of each person. Outside of any transaction; fails with
     * {@code RegisterUnavailableException} when it cannot be asked.
     */
    Uni<Map<PersonKey, RegisterAnswer>> ask(SqlClient client, Collection<Version> records) {
        Set<PersonKey> persons =
                records.stream().map(version -> version.content().personKey()).collect(Collectors.toSet());
        return numbers.read(client, persons)
                .map(found -> found.entrySet().stream()
                        .map(entry -> new RegisterQuestion(entry.getKey(), entry.getValue()))
                        .toList())
                .flatMap(register::findAll);
    }

    /**
     * What the rules say of each record, beside all others that are stored. A re-check hears only of what was given out
     * itself: somebody's mistyped claim that is still held must not take a coverage from the patient who has it.
     */
    Uni<Map<Version, CheckResult>> check(
            SqlClient client, List<Version> records, Map<PersonKey, RegisterAnswer> answers, CheckMode mode) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<PersonKey> persons =
                records.stream().map(version -> version.content().personKey()).collect(Collectors.toSet());
        Set<SubjectKey> cards = records.stream().map(Version::subject).collect(Collectors.toSet());
        return versions.neighbours(client, persons, cards, Set.of())
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(stored -> {
                    Neighbourhood neighbourhood =
                            new Neighbourhood(mode == CheckMode.RECHECK ? everGivenOut(stored) : stored);
                    neighbourhood.settle();
                    Map<Version, CheckResult> results = new HashMap<>();
                    records.forEach(version -> results.put(version, check(version, neighbourhood, answers, mode)));
                    return results;
                });
    }

    /** What was stopped since is among them: which of two that exclude each other is checked first makes no difference. */
    private static List<Version> everGivenOut(List<Version> stored) {
        return stored.stream().filter(version -> version.clearedAt() != null).toList();
    }

    private CheckResult check(
            Version version, Neighbourhood neighbourhood, Map<PersonKey, RegisterAnswer> answers, CheckMode mode) {
        CheckedRecord record = version.checked();
        return systemCheck.check(
                record,
                new CheckContext(
                        JapanTime.today(clock),
                        mode,
                        answers.get(record.personKey()),
                        neighbourhood.samePerson(version.enrolmentId(), record),
                        neighbourhood.sameCard(version.enrolmentId(), record)));
    }
}
