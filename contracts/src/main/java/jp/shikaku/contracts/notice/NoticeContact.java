package jp.shikaku.contracts.notice;

import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Where a notice says questions are answered, as it was printed; for what holds today ask the hotline.
 *
 * @param phoneNumber with hyphens
 */
public record NoticeContact(LocalizedText name, String phoneNumber, LocalizedText hours) {

    public NoticeContact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        Objects.requireNonNull(hours, "hours");
    }
}
