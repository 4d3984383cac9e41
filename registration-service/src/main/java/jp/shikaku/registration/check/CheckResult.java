package jp.shikaku.registration.check;

import java.util.List;
import java.util.Set;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;

/** What the system check found, and what follows from it. */
public record CheckResult(List<Finding> findings) {

    public CheckResult {
        findings = List.copyOf(findings);
    }

    /** Whether linkage has to wait for the insurer. */
    public boolean holds() {
        return has(FindingSeverity.HOLDS);
    }

    public boolean medicalInfoAllowed() {
        return !has(FindingSeverity.RESTRICTS_MEDICAL_INFO);
    }

    /**
     * What is left when the insurer has confirmed findings of these codes for the very same record (理由付き疑いなし): a
     * re-check does not ask again.
     */
    public CheckResult except(Set<String> confirmedCodes) {
        return new CheckResult(findings.stream()
                .filter(finding -> !confirmedCodes.contains(finding.code()))
                .toList());
    }

    private boolean has(FindingSeverity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
