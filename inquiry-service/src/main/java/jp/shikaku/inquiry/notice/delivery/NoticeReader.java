package jp.shikaku.inquiry.notice.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.notice.Addressee;
import jp.shikaku.contracts.notice.AddresseeGroup;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeAddressee;
import jp.shikaku.contracts.notice.NoticeAddresseeRequest;
import jp.shikaku.contracts.notice.NoticeContact;
import jp.shikaku.contracts.notice.NoticeRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.inquiry.text.SpokenDay;

/** Reads what operators write about notices, bounded. Every method refuses with {@code values-invalid}, naming everything. */
final class NoticeReader {

    private static final int TITLE = 300;
    private static final int SUMMARY = 4000;
    private static final int REASON = 500;
    private static final int NAME = 200;
    private static final int ID = 100;
    private static final int MOST = 20;
    private static final int MOST_ADDRESSEES = 1000;
    /** The group of those who are named one by one. */
    static final String NAMED = "named";

    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    /** As far as a form of it goes: whether it exists, the mail server says. */
    private static final String EMAIL = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

    private final ValueReader reader = new ValueReader();

    /** A notice whose addressees are not looked up yet. */
    record Written(
            String id,
            LocalDate date,
            List<LocalizedText> issuers,
            LocalizedText title,
            LocalizedText summary,
            List<LocalizedText> requests,
            NoticeContact contact,
            List<SourceLink> sources,
            List<String> groups,
            List<String> addressees) {

        /** The notice with its list of addressees as they are called today. */
        Uni<Notice> notice(SqlClient in, AddresseeStore store) {
            return store.members(in, groups)
                    .flatMap(members -> store.named(in, addressees).map(named -> notice(members, named)));
        }

        private Notice notice(List<Row> members, List<NoticeAddressee> named) {
            requireKnown("/groups", groups, members.stream().map(row -> row.getString("id")));
            requireKnown("/addressees", addressees, named.stream().map(NoticeAddressee::id));
            LocalizedText day = new SpokenDay(date).text();
            return new Notice(
                    id,
                    date,
                    new LocalizedText(date.getYear() + "年" + day.ja(), day.en() + " " + date.getYear()),
                    issuers,
                    title,
                    summary,
                    requests,
                    contact,
                    sources,
                    grouped(members, named));
        }

        /** Numbered through, each addressee once; those named singly last. */
        private static List<AddresseeGroup> grouped(List<Row> members, List<NoticeAddressee> named) {
            Map<String, LocalizedText> names = new LinkedHashMap<>();
            Map<String, List<Addressee>> lists = new LinkedHashMap<>();
            Map<String, Addressee> seen = new LinkedHashMap<>();
            for (Row row : members) {
                String group = row.getString("id");
                names.put(group, new LocalizedText(row.getString("name_ja"), row.getString("name_en")));
                add(
                        lists.computeIfAbsent(group, id -> new ArrayList<>()),
                        seen,
                        row.getString("member"),
                        new LocalizedText(row.getString("member_ja"), row.getString("member_en")));
            }
            if (!named.isEmpty()) {
                names.put(NAMED, new LocalizedText("その他", "Others"));
                named.forEach(
                        one -> add(lists.computeIfAbsent(NAMED, id -> new ArrayList<>()), seen, one.id(), one.name()));
            }
            return lists.entrySet().stream()
                    .filter(list -> !list.getValue().isEmpty())
                    .map(list -> new AddresseeGroup(list.getKey(), names.get(list.getKey()), list.getValue()))
                    .toList();
        }

        private static void add(List<Addressee> list, Map<String, Addressee> seen, String id, LocalizedText name) {
            if (!seen.containsKey(id)) {
                Addressee addressee = new Addressee(id, seen.size() + 1, name);
                seen.put(id, addressee);
                list.add(addressee);
            }
        }

        private static void requireKnown(String pointer, List<String> asked, Stream<String> found) {
            Set<String> known = found.collect(Collectors.toSet());
            List<InvalidField> unknown = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                if (!known.contains(asked.get(i))) {
                    unknown.add(new InvalidField(pointer + "/" + i, ValueFault.KEY_FORMAT));
                }
            }
            if (!unknown.isEmpty()) {
                throw new ProblemException(ProblemType.VALUES_INVALID, unknown);
            }
        }
    }

    /** @param id as it stands in the address. @param contact where questions are answered */
    Written written(String id, NoticeRequest request, NoticeContact contact) {
        String slug = reader.required("path:id", id, NoticeReader::slug);
        LocalDate date = reader.required("/date", request.date(), WireDate::parse);
        if (slug != null && date != null && !slug.startsWith(date.toString())) {
            reader.refuse("path:id", ValueFault.KEY_FORMAT);
        }
        List<LocalizedText> issuers =
                each("/issuers", request.issuers(), 1, MOST, (pointer, text) -> text(pointer, text, TITLE));
        LocalizedText title = text("/title", request.title(), TITLE);
        LocalizedText summary = text("/summary", request.summary(), SUMMARY);
        List<LocalizedText> requests =
                each("/requests", request.requests(), 0, MOST, (pointer, text) -> text(pointer, text, TITLE));
        List<SourceLink> sources = each("/sources", request.sources(), 1, MOST, this::source);
        List<String> groups = ids("/groups", request.groups());
        List<String> addressees = ids("/addressees", request.addressees());
        if (groups.isEmpty() && addressees.isEmpty()) {
            reader.refuse("/groups", ValueFault.REQUIRED);
        }
        reader.refuseIfAnyInvalid();
        return new Written(slug, date, issuers, title, summary, requests, contact, sources, groups, addressees);
    }

    LocalizedText reason(NoticeRequest.NoticeTexts reason) {
        LocalizedText read = text("/reason", reason, REASON);
        reader.refuseIfAnyInvalid();
        return read;
    }

    /** @param id as it stands in the address */
    NoticeAddressee addressee(String id, NoticeAddresseeRequest request) {
        String slug = reader.required("path:id", id, NoticeReader::slug);
        LocalizedText name = text("/name", request.name(), NAME);
        String email = reader.optional("/email", request.email(), NoticeReader::email);
        String language = reader.optional("/language", request.language(), NoticeReader::language);
        List<String> groups = ids("/groups", request.groups());
        reader.refuseIfAnyInvalid();
        return new NoticeAddressee(slug, name, email, language == null ? "ja" : language, groups, 0);
    }

    List<String> ids(String pointer, List<String> ids) {
        return each(pointer, ids, 0, MOST_ADDRESSEES, (at, id) -> reader.required(at, id, NoticeReader::slug));
    }

    void refuseIfAnyInvalid() {
        reader.refuseIfAnyInvalid();
    }

    private LocalizedText text(String pointer, NoticeRequest.NoticeTexts texts, int longest) {
        if (texts == null) {
            reader.refuse(pointer, ValueFault.REQUIRED);
            return null;
        }
        String ja = reader.requiredLines(pointer + "/ja", texts.ja(), longest);
        String en = reader.requiredLines(pointer + "/en", texts.en(), longest);
        return ja == null || en == null ? null : new LocalizedText(ja, en);
    }

    private SourceLink source(String pointer, NoticeRequest.NoticeSource source) {
        LocalizedText title = text(pointer + "/title", source.title(), TITLE);
        URI url = reader.required(pointer + "/url", source.url(), NoticeReader::webAddress);
        return title == null || url == null ? null : new SourceLink(title, url);
    }

    /** Reads each item of a list; what could not be read is left out. */
    private <T, R> List<R> each(String at, List<T> items, int least, int most, BiFunction<String, T, R> read) {
        List<T> all = items == null ? List.of() : items;
        if (all.size() < least) {
            reader.refuse(at, ValueFault.REQUIRED);
        }
        if (all.size() > most) {
            reader.refuse(at, ValueFault.TOO_MANY);
            return List.of();
        }
        List<R> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == null) {
                reader.refuse(at + "/" + i, ValueFault.REQUIRED);
            } else {
                found.add(read.apply(at + "/" + i, all.get(i)));
            }
        }
        return found.stream().filter(Objects::nonNull).toList();
    }

    private static String slug(String text) {
        if (!text.matches(SLUG) || text.length() > ID) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return text;
    }

    private static String email(String text) {
        if (text.length() > NAME || !text.strip().matches(EMAIL)) {
            throw new InvalidValueException(ValueFault.EMAIL_ADDRESS);
        }
        return text.strip();
    }

    private static String language(String text) {
        if (!text.equals("ja") && !text.equals("en")) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return text;
    }

    private static URI webAddress(String text) {
        try {
            URI uri = new URI(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // as for any other text that is no address
        }
        throw new InvalidValueException(ValueFault.WEB_ADDRESS);
    }
}
