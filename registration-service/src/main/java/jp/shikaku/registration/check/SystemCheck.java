package jp.shikaku.registration.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** Runs every rule over a record. */
public final class SystemCheck {

    private final List<CheckRule> rules;

    /** @throws IllegalArgumentException when two rules have one code */
    public SystemCheck(List<CheckRule> rules) {
        if (rules.stream().map(CheckRule::code).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("every rule has a code of its own");
        }
        this.rules =
                rules.stream().sorted(Comparator.comparing(CheckRule::code)).toList();
    }

    /** All findings, the gravest first. */
    public CheckResult check(CheckedRecord record, CheckContext context) {
        List<Finding> findings = rules.stream()
                .map(rule -> rule.check(record, context))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return new CheckResult(findings);
    }
}
