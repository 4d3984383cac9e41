package jp.shikaku.eligibility.batch.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

import jp.shikaku.contracts.problem.ValueFault;

/** One question a line. */
final class NdjsonSyntax implements RecordRows.Syntax {

    @Override
    public Optional<SentRow> row(int line, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try (JsonParser json = JsonSyntax.JSON.createParser(text)) {
            json.nextToken();
            SentRow row = JsonSyntax.row(line, json);
            return Optional.of(json.nextToken() == null ? row : SentRow.unreadable(line, ValueFault.ROW_NOT_JSON));
        } catch (JsonProcessingException e) {
            return Optional.of(SentRow.unreadable(line, ValueFault.ROW_NOT_JSON));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can be read", e);
        }
    }
}
