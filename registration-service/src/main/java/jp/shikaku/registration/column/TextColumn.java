package jp.shikaku.registration.column;

import java.util.function.Function;

import jakarta.persistence.AttributeConverter;

/** Keeps a value of the domain in a text column, as its canonical text or code. */
abstract class TextColumn<T> implements AttributeConverter<T, String> {

    private final Function<T, String> write;
    private final Function<String, T> read;

    TextColumn(Function<T, String> write, Function<String, T> read) {
        this.write = write;
        this.read = read;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        return value == null ? null : write.apply(value);
    }

    @Override
    public T convertToEntityAttribute(String text) {
        return text == null ? null : read.apply(text);
    }
}
