package jp.shikaku.inquiry.ticket;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestMulti;

import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.inquiry.ticket.TicketExportStore.Line;
import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.YesOrNo;

/**
 * Writes a list of inquiries as a file, part by part as it is read. The first part is there before the answer begins:
 * what cannot be read at all is refused like anything else.
 */
@ApplicationScoped
public class TicketExport {

    /** Enough for few round trips, little enough to hold. */
    private static final int AT_ONCE = 500;

    private final TicketExportStore store;
    private final Caller caller;

    TicketExport(TicketExportStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    private record Order(TicketFilter filter, boolean texts, FileCharset charset, Locale locale) {}

    /**
     * The inquiries of {@code query} as a file.
     *
     * @param texts whether what callers wrote is in it, for agents; {@code null} for not
     * @param charset {@code null} for UTF-8
     * @param locale of the headings
     */
    public RestMulti<byte[]> file(TicketQuery query, String texts, String charset, Locale locale) {
        boolean agent = caller.hasRole(Roles.HOTLINE);
        String actor = agent ? TicketActor.agent(caller.agent()) : "operator:" + caller.operator();
        Order order = read(query, texts, charset, locale);
        if (order.texts && !agent) {
            throw ProblemType.ROLE_NOT_ALLOWED.exception();
        }
        CsvTable<Line> csv = TicketCsv.in(order.charset);
        return RestMulti.fromUniResponse(
                store.record(actor, order.texts).chain(() -> part(order, null)),
                first -> lines(csv, order, first),
                first -> Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        List.of(CsvTable.MEDIA_TYPE + ";charset=" + order.charset.label()),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"tickets.csv\""),
                        HttpHeaders.CACHE_CONTROL,
                        List.of("no-store")));
    }

    private static Order read(TicketQuery query, String texts, String charset, Locale locale) {
        ValueReader reader = new ValueReader();
        TicketFilter filter = TicketFilter.read(reader, query);
        Boolean withTexts = reader.optional("query:texts", texts, YesOrNo::of);
        FileCharset wanted = reader.optional("query:charset", charset, FileCharset::wanted);
        reader.refuseIfAnyInvalid();
        return new Order(filter, Boolean.TRUE.equals(withTexts), wanted == null ? FileCharset.UTF_8 : wanted, locale);
    }

    private Multi<byte[]> lines(CsvTable<Line> csv, Order order, List<Line> first) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().items(csv.beginning(order.locale), csv.lines(first)),
                        rest(order, first).map(csv::lines))
                .filter(bytes -> bytes.length > 0);
    }

    /** What follows {@code first}, in parts, each read when it is asked for. */
    private Multi<List<Line>> rest(Order order, List<Line> first) {
        if (first.size() < AT_ONCE) {
            return Multi.createFrom().empty();
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> new Cursor(first), cursor -> part(order, cursor.after)
                        .invoke(cursor::moveBehind))
                .until(List::isEmpty);
    }

    private Uni<List<Line>> part(Order order, UUID after) {
        return store.part(order.filter, order.texts, after, AT_ONCE);
    }

    private static final class Cursor {

        private UUID after;

        private Cursor(List<Line> first) {
            moveBehind(first);
        }

        private void moveBehind(List<Line> part) {
            if (!part.isEmpty()) {
                after = part.get(part.size() - 1).ticket().id();
            }
        }
    }
}
