package jp.shikaku.inquiry.cycle.left;

import jp.shikaku.inquiry.cycle.right.Right;

/** One half of a circle that {@code InquiryArchitectureTest} must find. */
public record Left(Right right) {}
