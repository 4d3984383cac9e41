package jp.shikaku.contracts.oqs;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a document: decoded as it declares, strictly, and not more of them than allowed. */
public final class OqsSource {

    private static final int PROLOG = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int UTF_8_MARK = 3;

    private final OqsCharset charset;
    private final Reader reader;

    private OqsSource(OqsCharset charset, Reader reader) {
        this.charset = charset;
        this.reader = reader;
    }

    /**
     * @param maxBytes what is read at most; more ends in {@link OqsFault#TOO_LARGE}, when it is come upon
     * @throws OqsException {@link OqsFault#CHARSET}
     */
    public static OqsSource open(InputStream document, long maxBytes) throws IOException {
        InputStream bytes = new BufferedInputStream(new Bounded(document, maxBytes));
        bytes.mark(PROLOG);
        String head = new String(bytes.readNBytes(PROLOG), StandardCharsets.ISO_8859_1);
        bytes.reset();
        boolean marked = head.startsWith("\u00EF\u00BB\u00BF");
        if (marked) {
            bytes.skipNBytes(UTF_8_MARK);
        }
        OqsCharset charset = marked ? OqsCharset.UTF_8 : declared(head);
        return new OqsSource(
                charset,
                new Strict(new InputStreamReader(
                        bytes,
                        charset.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }

    private static OqsCharset declared(String head) {
        if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            throw new OqsException(OqsFault.CHARSET);
        }
        Matcher declaration = DECLARED.matcher(head);
        return declaration.find()
                ? OqsCharset.ofDeclared(declaration.group(1)).orElseThrow(() -> new OqsException(OqsFault.CHARSET))
                : OqsCharset.UTF_8;
    }

    public OqsCharset charset() {
        return charset;
    }

    Reader reader() {
        return reader;
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        private Bounded(InputStream in, long maxBytes) {
            super(in);
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : counted(read, 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            return read <= 0 ? read : counted(read, read);
        }

        private int counted(int result, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new OqsException(OqsFault.TOO_LARGE);
            }
            return result;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** Says which of the two it was: not these characters, or not this XML. */
    private static final class Strict extends FilterReader {

        private Strict(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (CharacterCodingException e) {
                throw new OqsException(OqsFault.UNDECODABLE);
            }
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (CharacterCodingException e) {
                throw new OqsException(OqsFault.UNDECODABLE);
            }
        }
    }
}
