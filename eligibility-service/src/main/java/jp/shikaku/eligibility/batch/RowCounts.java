package jp.shikaku.eligibility.batch;

import jp.shikaku.contracts.coverage.Validity;

/** How many rows came out how. */
record RowCounts(
        int valid,
        int invalid,
        int invalidNewerCoverage,
        int notFound,
        int severalCandidates,
        int refused,
        int undetermined) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0);

    int done() {
        return valid + invalid + invalidNewerCoverage + notFound + severalCandidates + refused + undetermined;
    }

    RowCounts plus(Validity validity) {
        return switch (validity) {
            case VALID -> plus(1, 0, 0, 0, 0, 0, 0);
            case INVALID -> plus(0, 1, 0, 0, 0, 0, 0);
            case INVALID_NEWER_COVERAGE -> plus(0, 0, 1, 0, 0, 0, 0);
            case NOT_FOUND -> plus(0, 0, 0, 1, 0, 0, 0);
            case SEVERAL_CANDIDATES -> plus(0, 0, 0, 0, 1, 0, 0);
        };
    }

    RowCounts plusRefused() {
        return plus(0, 0, 0, 0, 0, 1, 0);
    }

    RowCounts plusUndetermined() {
        return plus(0, 0, 0, 0, 0, 0, 1);
    }

    private RowCounts plus(int one, int two, int three, int four, int five, int six, int seven) {
        return new RowCounts(
                valid + one,
                invalid + two,
                invalidNewerCoverage + three,
                notFound + four,
                severalCandidates + five,
                refused + six,
                undetermined + seven);
    }
}
