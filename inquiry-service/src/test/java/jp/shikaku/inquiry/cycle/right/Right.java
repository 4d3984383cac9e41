package jp.shikaku.inquiry.cycle.right;

import jp.shikaku.inquiry.cycle.left.Left;

/** One half of a circle that {@code InquiryArchitectureTest} must find. */
public record Right(Left left) {}
