package jp.shikaku.inquiry.notice.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.notice.Addressee;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeDistribution;
import jp.shikaku.contracts.notice.NoticeRecipient;
import jp.shikaku.contracts.notice.NoticeRequest;
import jp.shikaku.contracts.notice.NoticeVersion;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.notice.NoticeBoard;
import jp.shikaku.kit.request.PageRequest;

/** Publishes notices, sends them, and takes them back. */
@ApplicationScoped
public class NoticeOffice {

    /** More notices than anybody reads. */
    private static final int MOST = 200;

    private final Pool pool;
    private final NoticeBoard board;
    private final IssueStore issues;
    private final AddresseeStore addressees;
    private final RecipientStore recipients;
    private final MailSender sender;
    private final Clock clock;
    private volatile boolean entered;

    NoticeOffice(
            Pool pool,
            NoticeBoard board,
            IssueStore issues,
            AddresseeStore addressees,
            RecipientStore recipients,
            MailSender sender,
            Clock clock) {
        this.pool = pool;
        this.board = board;
        this.issues = issues;
        this.addressees = addressees;
        this.recipients = recipients;
        this.sender = sender;
        this.clock = clock;
    }

    /** Enters the notices that come with the program, and their lists. Does nothing the second time. */
    Uni<Void> enterPacked() {
        Uni<Void> done = Uni.createFrom().voidItem();
        if (entered) {
            return done;
        }
        for (Notice notice : board.all()) {
            Instant day = notice.date().atStartOfDay(JapanTime.ZONE).toInstant();
            done = done.chain(
                    () -> pool.withTransaction(transaction -> issues.insert(transaction, notice, 1, day, "packed")
                            .flatMap(isNew -> isNew
                                    ? addressees.seed(transaction, notice)
                                    : Uni.createFrom().voidItem())));
        }
        return done.invoke(() -> entered = true);
    }

    /** The newest version of every notice, also of those that were withdrawn; what was said last first. */
    public Uni<List<Issue>> newest() {
        return enterPacked().chain(() -> issues.newest(pool, MOST));
    }

    /** The newest version; fails with {@code notice-not-found}. */
    public Uni<Issue> current(String id) {
        return enterPacked()
                .chain(() -> issues.current(pool, id))
                .map(found -> found.orElseThrow(ProblemType.NOTICE_NOT_FOUND::exception));
    }

    /** The newest first; fails with {@code notice-not-found}. */
    public Uni<List<NoticeVersion>> versions(String id) {
        return enterPacked().chain(() -> issues.versions(pool, id)).map(found -> {
            if (found.isEmpty()) {
                throw ProblemType.NOTICE_NOT_FOUND.exception();
            }
            return found.stream().map(Issue::described).toList();
        });
    }

    /**
     * Publishes a notice, or a new version of one, and sends it: to those it names, and to everybody who was sent the
     * version before.
     *
     * @param revision the version the operator has read; empty where there is no notice of that id yet
     * @throws ProblemException the {@code Uni} fails with {@code if-match-required} or {@code version-changed}
     */
    Uni<Issue> publish(String id, NoticeRequest request, Optional<Integer> revision, String operator) {
        NoticeReader.Written written =
                new NoticeReader().written(id, request, board.all().get(0).contact());
        Instant now = clock.instant();
        return enterPacked()
                .chain(() -> pool.withTransaction(transaction -> issues.lock(transaction, written.id())
                        .map(found -> nextVersion(found, revision))
                        .flatMap(version -> written.notice(transaction, addressees)
                                .flatMap(notice -> issues.insert(transaction, notice, version, now, operator)
                                        .chain(() -> recipients.supersede(transaction, notice.id(), version, now))
                                        .chain(() -> recipients.asked(transaction, notice.id(), version - 1))
                                        .flatMap(before -> recipients.add(
                                                transaction, notice.id(), version, everybody(notice, before)))))
                        .chain(() -> issues.current(transaction, written.id()))
                        .map(Optional::orElseThrow)))
                .invoke(sender::wake);
    }

    private static int nextVersion(Optional<Issue> found, Optional<Integer> revision) {
        if (found.isEmpty()) {
            return 1;
        }
        int known = revision.orElseThrow(ProblemType.IF_MATCH_REQUIRED::exception);
        if (known != found.get().version()) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
        return known + 1;
    }

    private static List<String> everybody(Notice notice, List<String> before) {
        Set<String> all = new LinkedHashSet<>();
        notice.addressees().map(Addressee::id).forEach(all::add);
        all.addAll(before);
        return List.copyOf(all);
    }

    /** Sends the current version, to each addressee once; fails with {@code notice-withdrawn}. */
    Uni<NoticeDistribution> distribute(String id, int revision, List<String> groups, List<String> named) {
        return enterPacked()
                .chain(() -> pool.withTransaction(transaction -> locked(transaction, id, revision)
                        .flatMap(issue -> chosen(transaction, issue, groups, named)
                                .flatMap(to -> recipients.add(transaction, id, issue.version(), to))
                                .flatMap(added -> recipients
                                        .count(transaction, id, issue.version())
                                        .map(all -> new NoticeDistribution(id, issue.version(), added, all))))))
                .invoke(sender::wake);
    }

    private Uni<List<String>> chosen(SqlConnection in, Issue issue, List<String> groups, List<String> named) {
        if (groups.isEmpty() && named.isEmpty()) {
            return Uni.createFrom()
                    .item(issue.notice().addressees().map(Addressee::id).toList());
        }
        return addressees.members(in, groups).map(rows -> {
            Set<String> all = new LinkedHashSet<>();
            rows.forEach(row -> all.add(row.getString("member")));
            all.addAll(named);
            return List.copyOf(all);
        });
    }

    /** Takes a notice back, and tells everybody who may have read it. */
    Uni<NoticeVersion> withdraw(String id, int revision, LocalizedText reason, String operator) {
        Instant now = clock.instant();
        return enterPacked()
                .chain(() -> pool.withTransaction(transaction -> locked(transaction, id, revision)
                        .call(issue -> issues.withdraw(transaction, issue, now, operator, reason))
                        .call(issue -> recipients.withdraw(transaction, id, now))
                        .chain(() -> issues.current(transaction, id))
                        .map(found -> found.orElseThrow().described())))
                .invoke(sender::wake);
    }

    private Uni<Issue> locked(SqlConnection transaction, String id, int revision) {
        return issues.lock(transaction, id).map(found -> {
            Issue issue = found.orElseThrow(ProblemType.NOTICE_NOT_FOUND::exception);
            if (issue.version() != revision) {
                throw ProblemType.VERSION_CHANGED.exception();
            }
            if (issue.withdrawn()) {
                throw ProblemType.NOTICE_WITHDRAWN.exception();
            }
            return issue;
        });
    }

    /** @param version {@code null} for the newest. @param acknowledged {@code null} for all */
    Uni<Page<NoticeRecipient>> recipients(String id, Integer version, Boolean acknowledged, PageRequest page) {
        return current(id)
                .flatMap(issue ->
                        recipients.list(pool, id, version == null ? issue.version() : version, acknowledged, page))
                .map(found -> page.toPage(found, recipient -> recipient.id().toString()));
    }
}
