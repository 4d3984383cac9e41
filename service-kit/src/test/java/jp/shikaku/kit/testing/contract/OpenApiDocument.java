package jp.shikaku.kit.testing.contract;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** The description of a service's API. */
record OpenApiDocument(ObjectNode tree) {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new Quoting())
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** @param yaml may be JSON, which is YAML too */
    static OpenApiDocument of(String yaml) {
        try {
            return new OpenApiDocument(YAML.readValue(yaml.isEmpty() ? "{}" : yaml, ObjectNode.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order in which the service says it. */
    String yaml() {
        return write(tree);
    }

    /** The same for two documents that differ only in the order of their entries. */
    String canonical() {
        return write(YAML.convertValue(tree, Object.class));
    }

    /** Whether somebody who calls by this document could not call by {@code later}. */
    boolean isBrokenBy(OpenApiDocument later) {
        Set<String> sent = new HashSet<>(AnsweredFields.sent(tree));
        sent.addAll(AnsweredFields.sent(later.tree));
        return OpenApiCompare.fromContents(
                        write(AnsweredFields.required(tree, sent)), write(AnsweredFields.required(later.tree, sent)))
                .isIncompatible();
    }

    private static String write(Object value) {
        try {
            return YAML.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** YAML 1.1 takes 09:30 for a number and 2026-04-01 for a date. */
    private static final class Quoting extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value)
                    || value.isEmpty()
                    || Character.isDigit(value.charAt(0))
                    || value.contains("#");
        }
    }
}
