package jp.shikaku.inquiry.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Reads reviewed YAML files into wire records. Strict: an unknown, missing or repeated field is a fault of the file.
 *
 * <p>A folder names its files in {@value #INDEX}, one a line, because a native program cannot list its resources.
 */
public final class ContentReader {

    static final String INDEX = "index.txt";

    /** One for all: what it learns about a record it learns once. */
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final ContentSource source;

    public ContentReader(ContentSource source) {
        this.source = source;
    }

    /**
     * Every file the index of {@code folder} names, in that order.
     *
     * @throws ContentException naming every file that cannot be read
     */
    public <T> List<ContentFile<T>> folder(String folder, Class<T> type) {
        List<ContentFile<T>> files = new ArrayList<>();
        List<ContentFault> faults = new ArrayList<>();
        for (String name : index(folder)) {
            try {
                files.add(file(folder + "/" + name, type));
            } catch (ContentException unusable) {
                faults.addAll(unusable.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new ContentException(faults);
        }
        return files;
    }

    /** @throws ContentException when the file is missing or is not a {@code type} */
    public <T> ContentFile<T> file(String path, Class<T> type) {
        return new ContentFile<>(path, parse(path, MAPPER.readerFor(type)));
    }

    /** @throws ContentException when the file is missing or is not a list of {@code type} */
    public <T> ContentFile<List<T>> list(String path, Class<T> type) {
        return new ContentFile<>(path, parse(path, MAPPER.readerForListOf(type)));
    }

    /** @throws ContentException when the file is missing or is not a list of lists of words */
    public ContentFile<List<List<String>>> wordGroups(String path) {
        return new ContentFile<>(path, parse(path, MAPPER.readerFor(new TypeReference<List<List<String>>>() {})));
    }

    private List<String> index(String folder) {
        String path = folder + "/" + INDEX;
        List<String> names = new String(bytes(path), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw fault(path, "", "names no file");
        }
        return names;
    }

    private <V> V parse(String path, ObjectReader reader) {
        byte[] bytes = bytes(path);
        try {
            V value = reader.readValue(bytes);
            if (value == null) {
                throw fault(path, "", "is empty");
            }
            return value;
        } catch (JsonMappingException mismatch) {
            throw fault(path, fieldOf(mismatch), message(mismatch));
        } catch (JsonProcessingException malformed) {
            throw fault(path, "", message(malformed));
        } catch (IOException unreadable) {
            throw fault(path, "", String.valueOf(unreadable.getMessage()));
        }
    }

    private byte[] bytes(String path) {
        try (InputStream stream = source.open(path).orElseThrow(() -> fault(path, "", "is missing"))) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw fault(path, "", String.valueOf(unreadable.getMessage()));
        }
    }

    private static String fieldOf(JsonMappingException mismatch) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    private static String message(JsonProcessingException failure) {
        String text = failure.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        return failure.getLocation() == null
                ? text
                : "line " + failure.getLocation().getLineNr() + ": " + text;
    }

    private static ContentException fault(String path, String field, String message) {
        return new ContentException(List.of(new ContentFault(path, field, message)));
    }
}
