package jp.shikaku.inquiry.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jp.shikaku.contracts.notice.Addressee;
import jp.shikaku.contracts.notice.AddresseeGroup;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;
import jp.shikaku.inquiry.content.ContentSource;

/** The notices and to whom they went. Content: one file a notice in {@code notice/}. */
public final class NoticeBoard {

    static final String FOLDER = "notice";

    static final Comparator<Notice> NEWEST_FIRST =
            Comparator.comparing(Notice::date).thenComparing(Notice::id).reversed();

    private final List<Notice> notices;

    private NoticeBoard(List<Notice> notices) {
        this.notices = notices;
    }

    /** The packed notices. */
    public static NoticeBoard load() {
        return load(ContentSource.packed());
    }

    /** @throws ContentException when a notice cannot be used */
    public static NoticeBoard load(ContentSource source) {
        List<ContentFile<Notice>> files = new ContentReader(source).folder(FOLDER, Notice.class);
        check(files);
        return new NoticeBoard(
                files.stream().map(ContentFile::value).sorted(NEWEST_FIRST).toList());
    }

    /** Every notice, the newest first. */
    public List<Notice> all() {
        return notices;
    }

    /** The notice {@code id}; empty when there is no such notice. */
    public Optional<Notice> find(String id) {
        return notices.stream().filter(notice -> notice.id().equals(id)).findFirst();
    }

    private static void check(List<ContentFile<Notice>> files) {
        ContentCheck check = new ContentCheck();
        check.in(FOLDER)
                .unique("id", files.stream().map(file -> file.value().id()).toList());
        files.forEach(file -> checkNotice(check.in(file.path()), file.path(), file.value()));
        check.finish();
    }

    private static void checkNotice(ContentCheck.FileCheck check, String path, Notice notice) {
        check.slug("id", notice.id())
                .require(path.equals(FOLDER + "/" + notice.id() + ".yaml"), "id", "is not the file's name")
                .require(notice.id().startsWith(notice.date().toString()), "id", "does not begin with the date")
                .text("dateText", notice.dateText())
                .texts("issuers", notice.issuers())
                .text("title", notice.title())
                .text("summary", notice.summary())
                .texts("requests", notice.requests())
                .text("contact.name", notice.contact().name())
                .text("contact.hours", notice.contact().hours())
                .sources(notice.sources());
        checkAddressees(check, notice);
    }

    private static void checkAddressees(ContentCheck.FileCheck check, Notice notice) {
        for (AddresseeGroup group : notice.addresseeGroups()) {
            check.slug("addresseeGroups.id", group.id())
                    .text("addresseeGroups." + group.id(), group.name())
                    .require(!group.addressees().isEmpty(), "addresseeGroups." + group.id(), "is empty");
        }
        List<Addressee> addressees = notice.addressees().toList();
        for (Addressee addressee : addressees) {
            check.slug("addressees.id", addressee.id()).text("addressees." + addressee.id(), addressee.name());
        }
        List<Integer> numbers = addressees.stream().map(Addressee::number).toList();
        List<Integer> counted = IntStream.rangeClosed(1, numbers.size()).boxed().toList();
        check.unique(
                        "addresseeGroups.id",
                        notice.addresseeGroups().stream()
                                .map(AddresseeGroup::id)
                                .toList())
                .unique("addressees.id", addressees.stream().map(Addressee::id).toList())
                .require(numbers.equals(counted), "addressees.number", "are not 1, 2, 3 … in order");
    }
}
