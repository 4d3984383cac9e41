package jp.shikaku.contracts.notice;

import java.util.List;
import java.util.Objects;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Addressees of one kind, in the order of the notice.
 *
 * @param id stable, lower-case words joined by hyphens
 */
public record AddresseeGroup(String id, LocalizedText name, List<Addressee> addressees) {

    public AddresseeGroup {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        addressees = List.copyOf(addressees);
    }
}
