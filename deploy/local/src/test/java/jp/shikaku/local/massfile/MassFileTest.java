package jp.shikaku.local.massfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.contracts.number.IndividualNumber;

import static org.assertj.core.api.Assertions.assertThat;

class MassFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final MassFile file = new MassFile(7, 6_000, 0.02, TODAY);

    @TempDir
    Path folder;

    @Test
    void theSameSeedMakesTheSameFileAndAnotherAnother() throws IOException {
        assertThat(written("one", file)).isEqualTo(written("two", new MassFile(7, 6_000, 0.02, TODAY)));
        assertThat(written("three", new MassFile(8, 6_000, 0.02, TODAY))).isNotEqualTo(written("one", file));
    }

    @Test
    void aboutAsManyMistakesAsAskedForOfEveryKind() {
        Map<Long, PlantedError> planted = file.planted();

        assertThat(planted.size()).isBetween(80, 180);
        assertThat(EnumSet.copyOf(new MassFile(7, 60_000, 0.02, TODAY).planted().values()))
                .isEqualTo(EnumSet.allOf(PlantedError.class));
    }

    @Test
    void rowsWithoutAMistakeSayWhatTheRegisterSays() throws IOException {
        List<String> lines = new String(written("file", file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<ObjectNode> residents = file.residents().toList();
        Map<Long, PlantedError> planted = file.planted();

        assertThat(lines).hasSize(6_001);
        Set<String> numbers = new HashSet<>();
        for (long line = 2; line <= 6_001; line++) {
            if (!planted.containsKey(line)) {
                String[] cells = lines.get((int) line - 1).split(",", -1);
                ObjectNode resident = residents.get((int) line - 2);
                assertThat(IndividualNumber.of(cells[1]).value())
                        .isEqualTo(resident.path("individualNumber").asText());
                assertThat(cells[7]).isEqualTo(resident.path("birthDate").asText());
                assertThat(numbers.add(cells[1])).isTrue();
                assertThat(file.lineOf(cells[0])).isEqualTo(line);
            }
        }
        assertThat(file.residentCount()).isEqualTo(residents.size());
    }

    @Test
    void whatIsFoundMissedAndInventedIsTold() {
        Map<Long, PlantedError> planted = file.planted();
        long refusedLine = lineOf(planted, PlantedError.NAME_MISSING);
        long clean = 2;
        while (planted.containsKey(clean) || file.mayBeHeldThroughAnother(clean, planted)) {
            clean++;
        }
        Map<Long, Set<String>> refused = new HashMap<>(Map.of(refusedLine, Set.of("value-required")));
        Map<Long, Set<String>> held = Map.of(clean, Set.of("sex-differs"));

        Verdict verdict = new Verdict(file, refused, held);

        assertThat(verdict.counts().get(PlantedError.NAME_MISSING).found()).isEqualTo(1);
        assertThat(verdict.missed()).doesNotContainKey(refusedLine).hasSize(planted.size() - 1);
        assertThat(verdict.invented()).containsOnlyKeys(clean);
        refused.put(refusedLine, Set.of("code-unknown"));
        assertThat(new Verdict(file, refused, held).missed()).containsKey(refusedLine);
    }

    private static long lineOf(Map<Long, PlantedError> planted, PlantedError wanted) {
        return planted.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private byte[] written(String name, MassFile from) throws IOException {
        Path target = folder.resolve(name);
        from.write(target, rows -> {});
        return Files.readAllBytes(target);
    }

    @Test
    void strangerOfTheSameNameIsFoundByWhatElseDiffers() {
        assertThat(PlantedError.NUMBER_OF_STRANGER.isNamedIn(Set.of("address-differs", "birth-date-differs")))
                .isTrue();
        assertThat(PlantedError.FAMILY_SWAPPED.isNamedIn(Set.of("family-swapped", "sex-differs")))
                .isTrue();
        assertThat(PlantedError.NUMBER_OF_STRANGER.isNamedIn(Set.of("acquisition-far-ahead")))
                .isFalse();
        assertThat(PlantedError.FAMILY_SWAPPED.isNamedIn(Set.of("address-differs")))
                .isFalse();
    }
}
