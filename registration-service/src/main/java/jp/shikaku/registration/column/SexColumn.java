package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.person.Sex;

/** {@link Sex} as text. */
@Converter(autoApply = true)
class SexColumn extends TextColumn<Sex> {

    SexColumn() {
        super(Sex::code, Sex::ofCode);
    }
}
