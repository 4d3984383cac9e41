package jp.shikaku.contracts.oqs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements. An element without a value is left out, as the documents of this kind do it. */
final class OqsXml {

    private static final String INDENT = "  ";

    private final Writer out;
    private final OqsText text;
    private final Deque<String> open = new ArrayDeque<>();

    OqsXml(OutputStream out, OqsCharset charset) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, charset.charset()));
        this.text = new OqsText(charset);
        this.out
                .append("<?xml version=\"1.0\" encoding=\"")
                .append(charset.declared())
                .append("\" standalone=\"no\"?>\n");
    }

    void open(String name) throws IOException {
        indent();
        out.append('<').append(name).append(">\n");
        open.push(name);
    }

    /** Closes the element that was opened last. */
    void close() throws IOException {
        String name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
    }

    void element(String name, String value) throws IOException {
        if (value == null || value.isEmpty()) {
            return;
        }
        indent();
        out.append('<').append(name).append('>');
        write(text.of(value));
        out.append("</").append(name).append(">\n");
    }

    void flush() throws IOException {
        out.flush();
    }

    private void indent() throws IOException {
        for (int i = 0; i < open.size(); i++) {
            out.append(INDENT);
        }
    }

    private void write(String value) throws IOException {
        for (char c : value.toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(c);
            }
        }
    }
}
