package jp.shikaku.inquiry.contract;

import java.util.Map;

import jp.shikaku.kit.testing.contract.ProviderStates;

/** What eligibility starts from when it asks inquiry: which lines there are needs nothing to be brought about. */
public final class InquiryStates implements ProviderStates {

    @Override
    public Map<String, Object> arrange(String state, Map<String, Object> parameters) {
        throw new IllegalArgumentException(state);
    }
}
