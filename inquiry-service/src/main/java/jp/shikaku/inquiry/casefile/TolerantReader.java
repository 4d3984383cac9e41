package jp.shikaku.inquiry.casefile;

import jakarta.ws.rs.ext.ContextResolver;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads a sister's answer without minding what it says beyond our contract: a field it adds must not silence the hotline.
 * What we are sent by callers is read strictly.
 */
class TolerantReader implements ContextResolver<ObjectMapper> {

    private final ObjectMapper mapper;

    TolerantReader(ObjectMapper strict) {
        this.mapper = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}
