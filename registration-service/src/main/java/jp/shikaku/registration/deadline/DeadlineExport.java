package jp.shikaku.registration.deadline;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Multi;
import org.jboss.resteasy.reactive.RestMulti;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.problem.CallerLanguage;

/**
 * Writes a list of periods as a file, part by part as it is read. The first part is there before the answer begins: what
 * cannot be read at all is refused like anything else.
 */
@ApplicationScoped
class DeadlineExport {

    private final Deadlines deadlines;
    private final Caller caller;

    DeadlineExport(Deadlines deadlines, Caller caller) {
        this.deadlines = deadlines;
        this.caller = caller;
    }

    RestMulti<byte[]> file(DeadlineQuery query, String charset, HttpHeaders headers) {
        Asker asker = Asker.of(caller);
        ValueReader reader = new ValueReader();
        DeadlineFilter filter = DeadlineFilter.read(reader, query, asker);
        FileCharset asked = reader.optional("query:charset", charset, FileCharset::wanted);
        reader.refuseIfAnyInvalid();
        FileCharset wanted = asked == null ? FileCharset.UTF_8 : asked;
        Locale locale = CallerLanguage.of(headers.getAcceptableLanguages());
        CsvTable<Deadline> csv = DeadlineCsv.in(wanted);
        return RestMulti.fromUniResponse(
                deadlines.first(asker, filter),
                first -> lines(csv, locale, asker, filter, first),
                first -> Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        List.of(CsvTable.MEDIA_TYPE + ";charset=" + wanted.label()),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"deadlines.csv\""),
                        HttpHeaders.CACHE_CONTROL,
                        List.of("no-store")));
    }

    private Multi<byte[]> lines(
            CsvTable<Deadline> csv, Locale locale, Asker asker, DeadlineFilter filter, List<Deadline> first) {
        Multi<byte[]> rest = deadlines.rest(asker, filter, first).map(csv::lines);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().items(csv.beginning(locale), csv.lines(first)), rest)
                .filter(bytes -> bytes.length > 0);
    }
}
