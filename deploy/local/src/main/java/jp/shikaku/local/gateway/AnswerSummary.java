package jp.shikaku.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the console may say of an answer: its codes, and nothing about anybody. */
final class AnswerSummary {

    private static final int HEAD = 4096;
    private static final List<String> ELEMENTS = List.of(
            "SegmentOfResult",
            "ErrorCode",
            "ReceptionNumber",
            "NumberOfProcessingResult",
            "NumberOfError",
            "ProcessingResultStatus",
            "QualificationValidity");

    private AnswerSummary() {}

    static String of(Path answer) throws IOException {
        String head;
        try (InputStream document = Files.newInputStream(answer)) {
            head = new String(document.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
        return ELEMENTS.stream()
                .map(element -> value(head, element))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String value(String head, String element) {
        Matcher found = Pattern.compile("<" + element + ">([A-Z0-9]{1,20})</").matcher(head);
        return found.find() ? element + " " + found.group(1) : "";
    }
}
