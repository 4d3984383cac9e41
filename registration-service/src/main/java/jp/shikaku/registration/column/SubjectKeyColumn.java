package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.person.SubjectKey;

/** {@link SubjectKey} as text. */
@Converter(autoApply = true)
class SubjectKeyColumn extends TextColumn<SubjectKey> {

    SubjectKeyColumn() {
        super(SubjectKey::value, SubjectKey::of);
    }
}
