package jp.shikaku.eligibility.confirmation;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.display.DisplayId;

/** Where the inquiry service explains a display. */
final class DisplayGuide {

    private DisplayGuide() {}

    static String pathFor(Validity validity) {
        return DisplayId.of(validity).path();
    }
}
