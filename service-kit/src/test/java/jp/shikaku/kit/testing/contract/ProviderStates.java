package jp.shikaku.kit.testing.contract;

import java.util.Map;

/** Brings about what the interactions of the pacts with one service start from, over its own interface. */
@FunctionalInterface
public interface ProviderStates {

    /**
     * @param state in the words of the consumer
     * @return the values the interaction leaves open, by the names it gives them
     */
    Map<String, Object> arrange(String state, Map<String, Object> parameters);
}
