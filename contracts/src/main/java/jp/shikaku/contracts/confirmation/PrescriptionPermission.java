package jp.shikaku.contracts.confirmation;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Whether an electronic prescription is allowed (R10).
 *
 * @param form electronic or paper
 * @param reason why
 */
public record PrescriptionPermission(PrescriptionForm form, LocalizedText reason) {}
