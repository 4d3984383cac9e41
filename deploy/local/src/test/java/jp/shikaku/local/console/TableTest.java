package jp.shikaku.local.console;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {

    @Test
    void japaneseCountsTwoColumns() {
        var table = new Table("display", "form").row("資格(無効)", "paper").row("資格情報なし", "paper");
        assertThat(table)
                .hasToString(
                        """
                        display       form
                        ───────────────────
                        資格(無効)    paper
                        資格情報なし  paper""");
    }

    @Test
    void nothingTrailsALine() {
        assertThat(new Table("a", "b").row("long", "").toString().lines()).noneMatch(line -> line.endsWith(" "));
    }
}
