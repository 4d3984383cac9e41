package jp.shikaku.eligibility.confirmation;

import jp.shikaku.eligibility.verdict.Verdict;

/** A confirmation, and the verdict its question would get now. */
public record AnswerNow(Confirmation confirmation, Verdict verdict) {}
