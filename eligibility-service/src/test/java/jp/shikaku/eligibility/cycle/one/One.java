package jp.shikaku.eligibility.cycle.one;

import jp.shikaku.eligibility.cycle.two.Two;

/** One half of a circle, to show that it would be found. */
public record One(Two other) {}
