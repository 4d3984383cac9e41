package jp.shikaku.registration.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jp.shikaku.contracts.enrolment.EnrolmentState;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.check.CheckedRecord;
import jp.shikaku.registration.check.KnownRecord;

/** The enrolments that have a number or a card in common with those that arrive, the arriving ones among them. */
final class Neighbourhood {

    private final Map<RecordKey, Version> byRecordKey = new HashMap<>();
    private final Map<PersonKey, List<Version>> storedByPerson = new HashMap<>();
    private final Map<UUID, KnownRecord> known = new LinkedHashMap<>();
    private final Map<PersonKey, List<KnownRecord>> byPerson = new HashMap<>();
    private final Map<SubjectKey, List<KnownRecord>> byCard = new HashMap<>();

    /** @param stored enrolments in their latest version, some perhaps more than once */
    Neighbourhood(List<Version> stored) {
        Set<UUID> kept = new HashSet<>();
        stored.stream().filter(version -> kept.add(version.enrolmentId())).forEach(this::keep);
    }

    private void keep(Version version) {
        if (version.recordKey() != null) {
            byRecordKey.put(new RecordKey(version.insurer(), version.recordKey()), version);
        }
        if (version.state() != EnrolmentState.WITHDRAWN) {
            storedByPerson
                    .computeIfAbsent(version.content().personKey(), key -> new ArrayList<>())
                    .add(version);
            known.put(version.enrolmentId(), version.known());
        }
    }

    /** The insurer's enrolment that an arriving record is a version of. */
    Optional<Version> match(Arrival arrival) {
        Optional<RecordKey> recordKey = arrival.recordKey();
        Optional<Version> named = recordKey.map(byRecordKey::get);
        if (named.isPresent()) {
            return named;
        }
        return storedByPerson.getOrDefault(arrival.person(), List.of()).stream()
                .filter(stored -> stored.insurer().equals(arrival.insurer()))
                .filter(stored -> recordKey.isEmpty() || stored.recordKey() == null)
                .filter(stored -> arrival.naturalKey().equals(naturalKey(stored)))
                .findFirst();
    }

    private static List<Object> naturalKey(Version stored) {
        return List.of(
                stored.content().personKey(), stored.subject(), stored.content().acquired());
    }

    boolean hasRecordKeyOfAnother(RecordKey recordKey, UUID enrolmentId) {
        Version holder = byRecordKey.get(recordKey);
        return holder != null && !holder.enrolmentId().equals(enrolmentId);
    }

    /** From now on this is what the enrolment says. */
    void arrives(UUID enrolmentId, CheckedRecord record) {
        known.put(enrolmentId, new KnownRecord(enrolmentId, record));
    }

    /** To be called once all have arrived. */
    void settle() {
        known.values().forEach(neighbour -> {
            byPerson.computeIfAbsent(neighbour.record().personKey(), key -> new ArrayList<>())
                    .add(neighbour);
            byCard.computeIfAbsent(neighbour.record().subjectKey(), key -> new ArrayList<>())
                    .add(neighbour);
        });
    }

    List<KnownRecord> samePerson(UUID enrolmentId, CheckedRecord record) {
        return others(byPerson.get(record.personKey()), enrolmentId);
    }

    List<KnownRecord> sameCard(UUID enrolmentId, CheckedRecord record) {
        return others(byCard.get(record.subjectKey()), enrolmentId);
    }

    private static List<KnownRecord> others(List<KnownRecord> all, UUID enrolmentId) {
        if (all == null || all.size() == 1) {
            return List.of();
        }
        return all.stream()
                .filter(neighbour -> !neighbour.enrolmentId().equals(enrolmentId))
                .toList();
    }
}
