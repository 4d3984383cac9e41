package jp.shikaku.local.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.local.console.Table;

/** Who saw what when, and whether that was right. */
final class Ledger {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d EEE", Locale.ENGLISH);

    private final PrintStream out;
    private final Table table = new Table("日 day", "誰 who", "したこと did", "見えたもの saw", "");
    private final List<String> differences = new ArrayList<>();
    private String when = "";

    /** @param out where each line of the story is told as it happens */
    Ledger(PrintStream out) {
        this.out = out;
    }

    /** A new day of the story begins. */
    void day(int number, LocalDate date, LocalizedText what) {
        when = number + "  " + DAY.format(date);
        out.println();
        out.println("■ " + number + "日目 day " + number + " (" + date + ")  " + what.ja());
        out.println("  " + what.en());
    }

    /** Somebody did something and saw something, which was {@code right} or not. */
    void row(LocalizedText who, LocalizedText did, String saw, boolean right) {
        table.row(when, both(who), both(did), saw, right ? "✓" : "✗");
        out.println("  " + (right ? "✓ " : "✗ ") + both(who) + " — " + both(did) + " → " + saw);
        if (!right) {
            differences.add(when + ": " + both(who) + " — " + both(did) + " → " + saw);
        }
    }

    /** What an agent says to the caller, in both languages. */
    void said(String ja, String en) {
        out.println("      ☎ 『" + ja + "』");
        out.println("      ☎ “" + en + "”");
    }

    /** The audit record, as it was read. */
    void looks(Iterable<JsonNode> looks) {
        Table list = new Table("時刻 at", "誰 who", "誰のため for", "目的 why", "照会番号 number", "資格有効性 shown");
        for (JsonNode look : looks) {
            list.row(
                    look.path("at").asText(),
                    look.path("actorRole").asText() + " " + look.path("actorId").asText(),
                    look.path("onBehalfOf").asText(),
                    look.path("purpose").asText(),
                    look.path("confirmationNumber").asText(),
                    look.path("validity").asText());
        }
        out.println(list.toString().indent(4).stripTrailing());
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    @Override
    public String toString() {
        return table.toString();
    }

    private static String both(LocalizedText text) {
        return text.ja() + " " + text.en();
    }
}
