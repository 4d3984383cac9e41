package jp.shikaku.eligibility.cycle.two;

import jp.shikaku.eligibility.cycle.one.One;

/** The other half. */
public record Two(One other) {}
