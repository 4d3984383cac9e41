package jp.shikaku.eligibility.framework.verdict;

import io.smallrye.mutiny.Uni;

/** A rule that should not be one, to show that it would be found. */
record RuleWithFramework(Uni<String> answer) {}
