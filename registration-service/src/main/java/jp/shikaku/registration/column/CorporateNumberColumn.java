package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.number.CorporateNumber;

/** {@link CorporateNumber} as text. */
@Converter(autoApply = true)
class CorporateNumberColumn extends TextColumn<CorporateNumber> {

    CorporateNumberColumn() {
        super(CorporateNumber::value, CorporateNumber::of);
    }
}
