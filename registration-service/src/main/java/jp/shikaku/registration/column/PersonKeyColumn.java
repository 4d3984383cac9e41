package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.person.PersonKey;

/** {@link PersonKey} as text. */
@Converter(autoApply = true)
class PersonKeyColumn extends TextColumn<PersonKey> {

    PersonKeyColumn() {
        super(PersonKey::value, PersonKey::of);
    }
}
