package jp.shikaku.eligibility.fhir;

import java.io.IOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;

import jp.shikaku.contracts.problem.ProblemType;

/**
 * Reads resources as trees, as they may hold anything that FHIR knows and we do not: bounded, and strict about JSON itself.
 * Writes our own.
 */
@Singleton
@RegisterForReflection(
        targets = {
            Bundle.class,
            CapabilityStatement.class,
            Coverage.class,
            CoverageEligibilityResponse.class,
            OperationOutcome.class,
            Patient.class,
            R4.class
        },
        registerFullHierarchy = true)
class FhirJson {

    private static final int DEPTH = 40;
    private static final int TEXT = 64 * 1024;
    private static final int NUMBER = 40;

    private final ObjectMapper reader = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT)
                            .maxNumberLength(NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectMapper writer;

    FhirJson(ObjectMapper writer) {
        this.writer = writer;
    }

    /** @throws jp.shikaku.contracts.problem.ProblemException {@code malformed-json} unless it is one object */
    JsonNode read(byte[] body) {
        try {
            JsonNode tree = reader.readTree(body);
            if (tree == null || !tree.isObject()) {
                throw ProblemType.MALFORMED_JSON.exception();
            }
            return tree;
        } catch (IOException e) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
    }

    byte[] write(R4.Resource resource) {
        try {
            return writer.writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }
}
