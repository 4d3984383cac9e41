package jp.shikaku.kit.testing.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/configuration.md says what the source says, and so does a service that does not start. {@code
 * -Dconfiguration.update=true} writes anew what is made for this service.
 */
public abstract class SettingsSuite {

    private static final Path ROOT = Path.of(System.getProperty("shikaku.root"));
    private static final Path PAGE = ROOT.resolve("docs").resolve("configuration.md");

    /** The module. */
    protected abstract String service();

    @Test
    void settingsAreDocumentedAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, begin(page)) + table(settings()) + page.substring(end(page));
        if (Boolean.getBoolean("configuration.update")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(PAGE)
                .as("run this test with -Dconfiguration.update=true and commit the page")
                .hasContent(wanted);
    }

    /** What a service that does not start says of a setting. */
    @Test
    void settingsArePackedAsTheyAre() throws IOException {
        Path packed = ROOT.resolve(service()).resolve("src/main/resources/settings.properties");
        String wanted = settings().stream()
                .map(setting -> setting.key() + "=" + setting.kind().replace("`", ""))
                .collect(Collectors.joining(
                        "\n", "# Made from the source; docs/configuration.md is for people.\n", "\n"));
        if (Boolean.getBoolean("configuration.update")) {
            Files.writeString(packed, wanted);
        }
        assertThat(packed)
                .as("run this test with -Dconfiguration.update=true and commit the file")
                .hasContent(wanted);
    }

    @Test
    void everySettingIsExplained() throws IOException {
        assertThat(settings()).hasSizeGreaterThan(10).allSatisfy(setting -> {
            assertThat(setting.kind()).as(setting.key()).isNotBlank();
            assertThat(setting.meaning())
                    .as(setting.key() + ": documentation, or a comment in application.properties")
                    .isNotBlank();
        });
    }

    private SortedSet<Setting> settings() throws IOException {
        Path kit = ROOT.resolve("service-kit/src/main");
        Path own = ROOT.resolve(service()).resolve("src/main");
        Remarks remarks = new Remarks();
        remarks.read(kit.resolve("resources/META-INF/microprofile-config.properties"));
        remarks.read(own.resolve("resources/application.properties"));
        return new SettingsReader(remarks)
                .read(List.of(kit.resolve("java"), own.resolve("java")), ROOT.resolve("contracts/src/main/java"));
    }

    private static String table(SortedSet<Setting> settings) {
        return settings.stream()
                .map(Setting::row)
                .collect(Collectors.joining(
                        "\n", "\n| setting, variable | value | usual | what it does |\n|---|---|---|---|\n", "\n"));
    }

    private int begin(String page) {
        String mark = "<!-- " + service() + " -->\n";
        assertThat(page).contains(mark);
        return page.indexOf(mark) + mark.length();
    }

    private int end(String page) {
        return page.indexOf("<!-- end of " + service() + " -->");
    }
}
