package jp.shikaku.registration.check;

import java.util.List;

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

    private boolean has(FindingSeverity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
