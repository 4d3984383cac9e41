package jp.shikaku.kit.testing.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Without a browser these tests say so, and count as skipped. */
final class NeedsChromium implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.program()
                .map(program -> ConditionEvaluationResult.enabled("with " + program))
                .orElseGet(
                        () -> ConditionEvaluationResult.disabled(
                                "There is no Chromium on this machine: pages were not looked at. Install it (apt-get install chromium)."));
    }
}
