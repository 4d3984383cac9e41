package jp.shikaku.kit.probe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * A migration that this release brings along, by the name of its file.
 *
 * @param version as Flyway writes it down when it is applied
 */
record Migration(String version, String description) {

    private static final String PREFIX = "V";
    private static final String SUFFIX = ".sql";
    private static final Pattern FILE = Pattern.compile(PREFIX + "([0-9]+)__(.+)\\" + SUFFIX);

    /** All of them, in the order in which they are applied. Asks no database. */
    static List<Migration> allOf(Flyway flyway) {
        return flyway.getConfiguration().getResourceProvider().getResources(PREFIX, new String[] {SUFFIX}).stream()
                .map(LoadableResource::getFilename)
                .map(Migration::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(migration -> MigrationVersion.fromVersion(migration.version)))
                .toList();
    }

    /** Empty for a file that is no migration. */
    static Optional<Migration> of(String file) {
        Matcher name = FILE.matcher(file);
        return name.matches()
                ? Optional.of(new Migration(name.group(1), name.group(2).replace('_', ' ')))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return version + " " + description;
    }
}
