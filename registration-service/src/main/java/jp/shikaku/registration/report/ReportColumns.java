package jp.shikaku.registration.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jp.shikaku.contracts.report.ReportPoint;

/** How lists stand in the JSON columns of reports: plain texts. */
final class ReportColumns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "[]";
    private static final Map<String, ReportPoint> POINTS =
            Arrays.stream(ReportPoint.values()).collect(Collectors.toMap(ReportPoint::code, point -> point));

    private ReportColumns() {}

    static String points(List<ReportPoint> points) {
        return points.isEmpty()
                ? NONE
                : write(points.stream().map(ReportPoint::code).toList());
    }

    static List<ReportPoint> points(String column) {
        return texts(column).stream().map(POINTS::get).toList();
    }

    /** @param value texts, or texts by name */
    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON");
        }
    }

    static List<String> texts(String column) {
        if (column.equals(NONE)) {
            return List.of();
        }
        try {
            return JSON.readValue(column, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read");
        }
    }
}
