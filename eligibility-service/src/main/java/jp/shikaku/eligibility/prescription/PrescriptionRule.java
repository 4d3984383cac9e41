package jp.shikaku.eligibility.prescription;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.PrescriptionPermission;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * R10: an electronic prescription is allowed exactly when the verdict is "valid" and the branch number is known; the
 * e-prescription service registers by insurer, symbol, number and branch. Else paper, as the notice of 2023-06-06 asks.
 */
public final class PrescriptionRule {

    private PrescriptionRule() {}

    /** May an electronic prescription be issued, registered and retrieved? */
    public static PrescriptionPermission decide(Validity validity, boolean branchKnown) {
        return validity == Validity.VALID && branchKnown
                ? of(PrescriptionForm.ELECTRONIC, validity)
                : of(PrescriptionForm.PAPER, validity);
    }

    /** The permission that was given with {@code form} for {@code validity}, with its reason. */
    public static PrescriptionPermission of(PrescriptionForm form, Validity validity) {
        return new PrescriptionPermission(
                form,
                switch (validity) {
                    case VALID ->
                        form == PrescriptionForm.ELECTRONIC
                                ? new LocalizedText(
                                        "資格が有効で枝番もわかるため、電子処方箋を発行できます。",
                                        "Eligibility is valid and the branch number known: an electronic prescription may be issued.")
                                : new LocalizedText(
                                        "枝番がわからないため電子処方箋は登録できません。紙の処方箋で対応してください。",
                                        "The branch number is not known, so an electronic prescription cannot be registered; use paper.");
                    case INVALID, INVALID_NEWER_COVERAGE ->
                        new LocalizedText(
                                "「資格（無効）」のため電子処方箋は使えません。紙の処方箋で対応してください。",
                                "The card is not valid, so electronic prescriptions cannot be used; use paper.");
                    case NOT_FOUND ->
                        new LocalizedText(
                                "「資格情報なし」のため電子処方箋は使えません。紙の処方箋で対応してください。",
                                "There is no eligibility information, so electronic prescriptions cannot be used; use paper.");
                    case SEVERAL_CANDIDATES ->
                        new LocalizedText(
                                "該当が一つに決まらないため電子処方箋は使えません。枝番か保険者の番号を確かめて照会し直すか、紙の処方箋で対応してください。",
                                "More than one fits; ask again with the branch number or by the numbers of the insurance, or use paper.");
                });
    }
}
