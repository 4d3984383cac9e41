package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.coverage.FamilyRelation;

/** {@link FamilyRelation} as text. */
@Converter(autoApply = true)
class FamilyRelationColumn extends TextColumn<FamilyRelation> {

    FamilyRelationColumn() {
        super(FamilyRelation::code, FamilyRelation::ofCode);
    }
}
