package jp.shikaku.eligibility.oqs;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.OqsException;
import jp.shikaku.contracts.oqs.OqsExchange;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.OqsLimits;
import jp.shikaku.contracts.oqs.OqsRequestHeader;
import jp.shikaku.contracts.oqs.OqsRequestReader;
import jp.shikaku.contracts.oqs.OqsRequestSink;
import jp.shikaku.contracts.oqs.OqsSource;
import jp.shikaku.contracts.oqs.SearchInfo;
import jp.shikaku.contracts.time.JapanTime;

/**
 * Takes bulk inquiries in, while they are being sent and without ever holding one as a whole. An inquiry exists for others
 * once all of it has arrived. Waits for the database, on the thread that reads the document.
 */
@ApplicationScoped
class OqsBulkIntake {

    private static final int CHUNK = 500;
    private static final int NUMBER_BOUND = 1_000_000_000;
    private static final String NUMBER = "%s%09d";

    private final OqsBulkStore store;
    private final OqsBulkConfig config;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    OqsBulkIntake(OqsBulkStore store, OqsBulkConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param idempotencyKey {@code null} when the caller sent none
     * @param answer is told what could be read
     * @return the inquiry, or the earlier one that was sent with the same key
     * @throws OqsException when it is refused; nothing of it is left then
     */
    OqsBulk take(
            InputStream document,
            InstitutionCode institution,
            String idempotencyKey,
            UUID requestId,
            OqsDocument answer)
            throws IOException {
        OqsLimits limits = OqsLimits.bulk();
        MessageDigest digest = sha256();
        Receiving receiving = new Receiving(institution, requestId, answer);
        try {
            OqsSource source = OqsSource.open(new DigestInputStream(document, digest), limits.bytes());
            answer.encodedIn(source.charset());
            OqsRequestReader.read(source, OqsExchange.BULK_UPLOAD, limits, receiving);
            receiving.flush();
        } catch (IOException | RuntimeException e) {
            receiving.discard(e);
            throw e;
        }
        return accept(receiving.bulk, idempotencyKey, digest.digest());
    }

    private OqsBulk accept(OqsBulk bulk, String idempotencyKey, byte[] hash) {
        if (Waiting.forIt(store.accept(bulk, idempotencyKey, hash))) {
            return bulk;
        }
        Waiting.forIt(store.discard(bulk));
        OqsBulkStore.Earlier earlier = Waiting.forIt(store.earlier(bulk.institution(), idempotencyKey))
                .orElseThrow(() -> new IllegalStateException("a key refused as used must belong to an inquiry"));
        if (!Arrays.equals(earlier.hash(), hash)) {
            throw new OqsException(OqsFault.SENT_BEFORE);
        }
        return earlier.bulk();
    }

    /** Seventeen digits, of which the first eight are the day. */
    private String nextNumber(LocalDate today) {
        String day = today.format(DateTimeFormatter.BASIC_ISO_DATE);
        return NUMBER.formatted(day, random.nextInt(NUMBER_BOUND));
    }

    private final class Receiving implements OqsRequestSink {

        private final InstitutionCode institution;
        private final UUID requestId;
        private final OqsDocument answer;
        private final List<SearchInfo> chunk = new ArrayList<>(CHUNK);
        private OqsBulk bulk;
        private int next = 1;

        private Receiving(InstitutionCode institution, UUID requestId, OqsDocument answer) {
            this.institution = institution;
            this.requestId = requestId;
            this.answer = answer;
        }

        @Override
        public void header(OqsRequestHeader sent) {
            OqsHeaderCheck header = OqsHeaderCheck.of(sent, institution);
            answer.about(header);
            LocalDate today = JapanTime.today(clock);
            LocalDate asOf = header.confirmationDate() == null ? today : header.confirmationDate();
            OqsBulk begun = new OqsBulk(
                    nextNumber(today), institution, header.fileIdentifier(), asOf, clock.instant(), requestId);
            if (!Waiting.forIt(store.begin(begun, config.waiting()))) {
                throw new OqsException(OqsFault.TOO_MANY_WAITING);
            }
            bulk = begun;
        }

        @Override
        public void card(SearchInfo card) {
            chunk.add(card);
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        private void flush() {
            if (!chunk.isEmpty()) {
                Waiting.forIt(store.add(bulk, next, chunk));
                next += chunk.size();
                chunk.clear();
            }
        }

        /** Best effort: what is left behind is purged later, and nobody can see it. */
        private void discard(Exception why) {
            if (bulk != null) {
                try {
                    Waiting.forIt(store.discard(bulk));
                } catch (RuntimeException e) {
                    why.addSuppressed(e);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
