package jp.shikaku.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;

import jp.shikaku.contracts.oqs.OqsCharset;
import jp.shikaku.contracts.oqs.OqsException;
import jp.shikaku.contracts.oqs.OqsExchange;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.OqsLimits;
import jp.shikaku.contracts.oqs.OqsRequestHeader;
import jp.shikaku.contracts.oqs.OqsRequestReader;
import jp.shikaku.contracts.oqs.OqsRequestSink;
import jp.shikaku.contracts.oqs.OqsResponseHeader;
import jp.shikaku.contracts.oqs.OqsResponseWriter;
import jp.shikaku.contracts.oqs.OqsSource;
import jp.shikaku.contracts.oqs.SegmentOfResult;
import jp.shikaku.contracts.time.JapanTime;

/** The answers that the gateway gives itself: that there is none, and why. */
record OwnAnswer(String institutionCode, Clock clock) {

    /** Writes that {@code fault} is in the way, in the encoding of {@code request} where it can be told. */
    void write(Path request, OqsFault fault, Path into) throws IOException {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), JapanTime.ZONE);
        Readable readable = new Readable();
        readable.read(request);
        OqsResponseHeader header =
                OqsResponseHeader.normal(now, now.toLocalDate(), institutionCode, readable.fileIdentifier);
        Files.write(into, OqsResponseWriter.document(readable.charset, header.but(SegmentOfResult.ABNORMAL, fault)));
    }

    /** What can be read of a request that is perhaps none. */
    private static final class Readable implements OqsRequestSink {

        private OqsCharset charset = OqsCharset.UTF_8;
        private String fileIdentifier;

        private void read(Path request) throws IOException {
            OqsLimits limits = OqsLimits.bulk();
            try (InputStream document = Files.newInputStream(request)) {
                OqsSource source = OqsSource.open(document, limits.bytes());
                charset = source.charset();
                OqsRequestReader.read(source, OqsExchange.BULK_UPLOAD, limits, this);
            } catch (OqsException e) {
                // So much of it could be read.
            }
        }

        @Override
        public void header(OqsRequestHeader header) {
            fileIdentifier = header.fileIdentifier();
            throw new OqsException(OqsFault.NO_CARD); // no more is needed
        }
    }
}
