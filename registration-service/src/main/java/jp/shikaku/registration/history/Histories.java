package jp.shikaku.registration.history;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.history.VersionHistory;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.history.HistoryStore.Beginning;
import jp.shikaku.registration.request.ResourceId;

/** What happened to the records of an insurer. The cursor of its pages is the number of a version. */
@ApplicationScoped
class Histories {

    private final HistoryStore store;
    private final Clock clock;

    Histories(HistoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** From its first version on. */
    Uni<Page<VersionHistory>> ofEnrolment(InsurerNumber insurer, String id, String after, String limit) {
        return page(store::ofEnrolment, insurer, id, ProblemType.ENROLMENT_NOT_FOUND, after, limit);
    }

    /** From the version in doubt on: what was done about it is in what follows. */
    Uni<Page<VersionHistory>> ofHold(InsurerNumber insurer, String id, String after, String limit) {
        return page(store::ofHold, insurer, id, ProblemType.HOLD_NOT_FOUND, after, limit);
    }

    private Uni<Page<VersionHistory>> page(
            BiFunction<InsurerNumber, UUID, Uni<Optional<Beginning>>> find,
            InsurerNumber insurer,
            String id,
            ProblemType notFound,
            String after,
            String limit) {
        ValueReader reader = new ValueReader();
        Integer last = reader.optional("query:after", after, Histories::version);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return find.apply(insurer, ResourceId.of(id, notFound))
                .map(found -> found.orElseThrow(notFound::exception))
                .flatMap(beginning -> store.versions(
                        beginning.enrolmentId(),
                        last == null ? beginning.version() : Math.max(beginning.version(), last + 1),
                        page.limitPlusOne(),
                        JapanTime.today(clock)))
                .map(found -> page.toPage(found, version -> Integer.toString(version.version())));
    }

    private static int version(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return Integer.parseInt(text);
    }
}
