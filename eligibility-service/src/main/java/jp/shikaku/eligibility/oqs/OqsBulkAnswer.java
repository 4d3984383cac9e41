package jp.shikaku.eligibility.oqs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.oqs.CardResult;
import jp.shikaku.contracts.oqs.OqsResponseHeader;
import jp.shikaku.contracts.oqs.OqsResponseWriter;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.BulkConfirmations;

/**
 * Writes what was found out about an inquiry. The whole document is written before its first byte is sent, so that it is
 * never half an answer; to a file that has no name any more, so that nothing is left of it.
 */
@ApplicationScoped
class OqsBulkAnswer {

    private static final int PAGE = 200;

    private final OqsBulkStore store;
    private final BulkConfirmations confirmations;

    OqsBulkAnswer(OqsBulkStore store, BulkConfirmations confirmations) {
        this.store = store;
        this.confirmations = confirmations;
    }

    /** The document, from its beginning. Whoever has it closes it. */
    InputStream write(OqsBulk.Standing standing, OqsDocument answer, Looker looker) throws IOException {
        Path file = Files.createTempFile("oqs-", ".xml");
        FileChannel document = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            OqsResponseHeader header = answer.header()
                    .about(new OqsResponseHeader.Bulk(standing.bulk().receptionNumber(), counts(standing)));
            OutputStream out = Channels.newOutputStream(document);
            OqsResponseWriter writer = OqsResponseWriter.begin(out, answer.charset(), header);
            writeCards(writer, standing.bulk(), looker);
            writer.end();
            document.position(0);
            return Channels.newInputStream(document);
        } catch (IOException | RuntimeException e) {
            document.close();
            throw e;
        }
    }

    private void writeCards(OqsResponseWriter writer, OqsBulk bulk, Looker looker) throws IOException {
        int place = 0;
        List<OqsBulk.Done> page = Waiting.forIt(store.done(bulk, place, PAGE));
        while (!page.isEmpty()) {
            List<ConfirmationNumber> numbers = page.stream()
                    .map(OqsBulk.Done::number)
                    .filter(Objects::nonNull)
                    .toList();
            Map<ConfirmationNumber, ConfirmationAnswer> answers =
                    Waiting.forIt(confirmations.reread(bulk.institution(), numbers, looker));
            for (OqsBulk.Done done : page) {
                writer.unit(done.card(), result(done, answers));
                place = done.place();
            }
            page = Waiting.forIt(store.done(bulk, place, PAGE));
        }
    }

    private static CardResult result(OqsBulk.Done done, Map<ConfirmationNumber, ConfirmationAnswer> answers) {
        return done.number() == null ? new CardResult.Refused(done.faults()) : OqsAnswer.of(answers.get(done.number()));
    }

    private static OqsResponseHeader.Counts counts(OqsBulk.Standing standing) {
        return new OqsResponseHeader.Counts(
                standing.cards(), standing.confirmed(), standing.cards() - standing.confirmed());
    }
}
