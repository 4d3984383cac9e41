package jp.shikaku.contracts.report;

import com.fasterxml.jackson.annotation.JsonCreator;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/** 続柄: what a dependant is to the insured person (健康保険法3条7項). */
public enum DependantRelationship {
    /** 配偶者, also without a registered marriage */
    SPOUSE,
    /** 子 */
    CHILD,
    /** 父母 */
    PARENT,
    /** 配偶者の父母 */
    PARENT_IN_LAW,
    /** 兄弟姉妹 */
    SIBLING,
    /** 祖父母・曽祖父母 */
    GRANDPARENT,
    /** 孫 */
    GRANDCHILD,
    /** その他の親族 */
    OTHER;

    /** @throws InvalidValueException when {@code text} is none of these */
    @JsonCreator
    public static DependantRelationship of(String text) {
        for (DependantRelationship relationship : values()) {
            if (relationship.name().equals(text)) {
                return relationship;
            }
        }
        throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
    }
}
