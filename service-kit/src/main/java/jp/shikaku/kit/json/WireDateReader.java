package jp.shikaku.kit.json;

import java.io.IOException;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.text.WireDate;

/** Jackson by itself reads 20260401 as a day in the year 57441, and leaves the time off a date that has one. */
final class WireDateReader extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    WireDateReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        try {
            return WireDate.parse(parser.getText());
        } catch (InvalidValueException e) {
            throw JsonMappingException.from(parser, e.fault().code(), e);
        }
    }
}
