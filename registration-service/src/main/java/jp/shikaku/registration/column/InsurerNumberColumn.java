package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.number.InsurerNumber;

/** {@link InsurerNumber} as text. */
@Converter(autoApply = true)
class InsurerNumberColumn extends TextColumn<InsurerNumber> {

    InsurerNumberColumn() {
        super(InsurerNumber::value, InsurerNumber::of);
    }
}
