package jp.shikaku.eligibility.confirmation;

import jp.shikaku.contracts.coverage.Validity;

/** Where the inquiry service explains a display. */
final class DisplayGuide {

    private DisplayGuide() {}

    static String pathFor(Validity validity) {
        return "/displays/"
                + switch (validity) {
                    case VALID -> "valid";
                    case INVALID -> "invalid";
                    case INVALID_NEWER_COVERAGE -> "invalid-newer-coverage";
                    case NOT_FOUND -> "not-found";
                    case SEVERAL_CANDIDATES -> "several-candidates";
                };
    }
}
