package jp.shikaku.registration.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jp.shikaku.contracts.hold.Finding;

/** Runs every rule over a record. */
public final class SystemCheck {

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity);

    private final List<CheckRule> rules;
    private final Severities severities;

    /** @throws IllegalArgumentException when two rules have one code */
    public SystemCheck(List<CheckRule> rules, Severities severities) {
        if (rules.stream().map(CheckRule::code).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("every rule has a code of its own");
        }
        this.rules =
                rules.stream().sorted(Comparator.comparing(CheckRule::code)).toList();
        this.severities = severities;
    }

    /** All findings, the gravest first. */
    public CheckResult check(CheckedRecord record, CheckContext context) {
        Set<FiveItem> differing = context.register()
                .toCompareWith()
                .map(registered -> FiveItem.differing(record.person(), registered))
                .orElse(Set.of());
        CheckedCase checked = new CheckedCase(record, context, differing, severities.in(context.mode()));
        List<Finding> findings = new ArrayList<>();
        for (CheckRule rule : rules) {
            rule.check(checked).ifPresent(findings::add);
        }
        findings.sort(GRAVEST_FIRST);
        return new CheckResult(findings);
    }
}
