package jp.shikaku.kit.testing.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values in a properties file, and the comment above each; a key in a comment ({@code # key=}) has a comment alone. */
final class Remarks {

    private static final Pattern ENTRY = Pattern.compile("(# )?([a-z][A-Za-z0-9.\"-]*)=(.*)");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();

    void read(Path file) throws IOException {
        StringBuilder comment = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                if (entry.group(1) == null) {
                    values.put(entry.group(2), entry.group(3));
                }
                if (!comment.isEmpty()) {
                    comments.put(entry.group(2), comment.toString().strip());
                }
                comment.setLength(0);
            } else if (line.startsWith("# ") && !line.startsWith("# ----")) {
                comment.append(line.substring(2)).append(' ');
            } else {
                comment.setLength(0);
            }
        }
    }

    /** Every key that begins so. */
    Stream<String> keys(String prefix) {
        return Stream.concat(values.keySet().stream(), comments.keySet().stream())
                .distinct()
                .filter(key -> key.startsWith(prefix));
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> comment(String key) {
        return Optional.ofNullable(comments.get(key));
    }
}
