package jp.shikaku.kit.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting for which a service did not start. Its value is not quoted: it may be a secret.
 *
 * @param kind what its value has to be; empty for one of the framework
 * @param missing it has no value, and needs one
 */
record SettingFault(String key, String kind, boolean missing) {

    /** Made from the source by the test that makes docs/configuration.md. */
    private static final String CATALOGUE = "settings.properties";

    /** Not in the name of a class, as in {@code io.quarkus.runtime}. */
    private static final Pattern KEY = Pattern.compile("(?<![.\\w])((?:shikaku|quarkus|mp)(?:\\.[a-z0-9][a-z0-9-]*)+)");

    /** How the library of settings says that a value is missing: there is none, or it is empty. */
    private static final Pattern MISSING = Pattern.compile("\\bSRCFG000(?:14|40):");

    /** The setting that {@code failure} is about, if it is about one. */
    static Optional<SettingFault> in(Throwable failure) {
        return in(failure, catalogue());
    }

    /** @param catalogue the kind of value of each setting of this service */
    static Optional<SettingFault> in(Throwable failure, Properties catalogue) {
        SettingFault ofTheFramework = null;
        for (Throwable each : all(failure)) {
            String message = String.valueOf(each.getMessage());
            boolean missing = MISSING.matcher(message).find();
            Matcher named = KEY.matcher(message);
            while (named.find()) {
                String kind = catalogue.getProperty(named.group(1));
                if (kind != null) {
                    return Optional.of(new SettingFault(named.group(1), kind, missing));
                }
                if (ofTheFramework == null && !named.group(1).startsWith("shikaku.")) {
                    ofTheFramework = new SettingFault(named.group(1), "", missing);
                }
            }
        }
        return Optional.ofNullable(ofTheFramework);
    }

    /** Two lines for whoever reads the log: what is wrong, and what to do. */
    String advice() {
        String wanted = kind.isEmpty() ? "" : ": it has to be " + kind;
        return "error: %s %s%s.%n  → Set it as %s in the environment; docs/configuration.md says what it does."
                .formatted(key, missing ? "is not set" : "cannot be used as it is", wanted, variable());
    }

    private String variable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The failure, what caused it and what it suppressed. */
    private static Set<Throwable> all(Throwable failure) {
        Set<Throwable> found = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (found.add(next)) {
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return found;
    }

    private static Properties catalogue() {
        Properties catalogue = new Properties();
        try (InputStream file = SettingFault.class.getClassLoader().getResourceAsStream(CATALOGUE)) {
            if (file != null) {
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                catalogue.load(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }
}
