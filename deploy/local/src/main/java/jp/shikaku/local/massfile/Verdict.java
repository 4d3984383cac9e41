package jp.shikaku.local.massfile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what was planted in a file with what was found in it. */
public final class Verdict {

    /**
     * @param planted how many rows have the mistake
     * @param found how many of them were refused or held, and for this mistake
     */
    public record Count(long planted, long found) {}

    private final MassFile file;
    private final Map<Long, PlantedError> planted;
    private final Map<Long, Set<String>> refused;
    private final Map<Long, Set<String>> held;

    /**
     * @param refused codes of the faults of each refused line
     * @param held codes of the findings of each line that is held
     */
    public Verdict(MassFile file, Map<Long, Set<String>> refused, Map<Long, Set<String>> held) {
        this.file = file;
        this.planted = file.planted();
        this.refused = refused;
        this.held = held;
    }

    public Map<PlantedError, Count> counts() {
        Map<PlantedError, Count> counts = new EnumMap<>(PlantedError.class);
        planted.forEach((line, error) -> counts.merge(
                error,
                new Count(1, isFound(line, error) ? 1 : 0),
                (one, more) -> new Count(one.planted() + more.planted(), one.found() + more.found())));
        return counts;
    }

    /** Lines that were refused or held although nothing is wrong with them, with what was said of each. */
    public Map<Long, Set<String>> invented() {
        Map<Long, Set<String>> invented = new TreeMap<>();
        Map<Long, Set<String>> all = new HashMap<>(refused);
        all.putAll(held);
        all.forEach((line, codes) -> {
            if (!planted.containsKey(line) && !file.mayBeHeldThroughAnother(line, planted)) {
                invented.put(line, codes);
            }
        });
        return invented;
    }

    /** Lines whose mistake was not found. */
    public Map<Long, PlantedError> missed() {
        Map<Long, PlantedError> missed = new TreeMap<>(planted);
        missed.entrySet().removeIf(entry -> isFound(entry.getKey(), entry.getValue()));
        return missed;
    }

    private boolean isFound(long line, PlantedError error) {
        return error.isNamedIn((error.isRefused() ? refused : held).getOrDefault(line, Set.of()));
    }
}
