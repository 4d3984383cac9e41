package jp.shikaku.kit.testing.keycloak;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Without Keycloak these tests say so, and count as skipped. */
public final class NeedsKeycloak implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return KeycloakServer.distribution()
                .map(zip -> ConditionEvaluationResult.enabled("with " + zip))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "Keycloak was not fetched: nobody signed in at a provider. Add -Pkeycloak."));
    }
}
