package jp.shikaku.inquiry.notice.delivery;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.contracts.notice.NoticeAddressee;
import jp.shikaku.contracts.notice.NoticeAddresseeRequest;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.request.PageRequest;

/** To whom notices can be sent, for operators. */
@ApplicationScoped
class AddresseeDesk {

    private final Pool pool;
    private final NoticeOffice office;
    private final AddresseeStore store;
    private final MailSender sender;

    AddresseeDesk(Pool pool, NoticeOffice office, AddresseeStore store, MailSender sender) {
        this.pool = pool;
        this.office = office;
        this.store = store;
        this.sender = sender;
    }

    /** By id, after {@code after}. @param group {@code null} for all. @param page how many; its cursor is not used */
    Uni<Page<NoticeAddressee>> list(String group, boolean withoutEmail, String after, PageRequest page) {
        return office.enterPacked()
                .chain(() -> store.list(pool, group, withoutEmail, after, page.limitPlusOne()))
                .map(found -> page.toPage(found, NoticeAddressee::id));
    }

    /** Fails with {@code notice-addressee-not-found}. */
    Uni<NoticeAddressee> find(String id) {
        return office.enterPacked()
                .chain(() -> store.find(pool, id))
                .map(found -> found.orElseThrow(ProblemType.NOTICE_ADDRESSEE_NOT_FOUND::exception));
    }

    /** The groups that addressees can belong to. */
    Uni<List<Choice>> groups() {
        return office.enterPacked().chain(() -> store.groups(pool));
    }

    /**
     * Adds an addressee, or writes over the one that was read.
     *
     * @param revision what the operator has read; empty where there is none of that id yet
     */
    Uni<NoticeAddressee> put(String id, NoticeAddresseeRequest request, Optional<Integer> revision, String operator) {
        NoticeAddressee wanted = new NoticeReader().addressee(id, request);
        return office.enterPacked()
                .chain(() -> pool.withTransaction(transaction -> store.lock(transaction, id)
                        .invoke(found -> found.ifPresent(known -> requireRevision(known, revision)))
                        .chain(() -> store.put(transaction, wanted, operator))))
                .invoke(sender::wake)
                .chain(() -> find(id));
    }

    private static void requireRevision(NoticeAddressee known, Optional<Integer> revision) {
        if (revision.orElseThrow(ProblemType.IF_MATCH_REQUIRED::exception) != known.revision()) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
    }
}
