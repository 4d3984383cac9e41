package jp.shikaku.registration.hold;

import java.util.Map;
import java.util.Set;

import jp.shikaku.registration.hold.Holds.DoubtedVersion;

/**
 * What is known of versions that come into doubt again.
 *
 * @param open those with a hold that waits for its insurer
 * @param confirmed codes of what the insurer confirmed with a reason (理由付き疑いなし)
 */
public record PastDoubts(Set<DoubtedVersion> open, Map<DoubtedVersion, Set<String>> confirmed) {

    /** Whether the insurer has to be asked: not while it is being asked, nor again about what it confirmed. */
    public boolean isNews(DoubtedVersion version, Set<String> codes) {
        return !open.contains(version)
                && !confirmed.getOrDefault(version, Set.of()).containsAll(codes);
    }
}
