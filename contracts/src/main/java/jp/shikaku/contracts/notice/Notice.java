package jp.shikaku.contracts.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * A notice (周知) of the authorities, told in our own words.
 *
 * @param id stable: the date and a word
 * @param dateText the date as the notice writes it
 * @param issuers who sent it, in the notice's order
 * @param requests what it asks its addressees to do
 * @param contact where questions are answered
 * @param sources the pages the notice itself names
 * @param addresseeGroups all addressees, in the notice's order
 */
public record Notice(
        String id,
        LocalDate date,
        LocalizedText dateText,
        List<LocalizedText> issuers,
        LocalizedText title,
        LocalizedText summary,
        List<LocalizedText> requests,
        NoticeContact contact,
        List<SourceLink> sources,
        List<AddresseeGroup> addresseeGroups) {

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(dateText, "dateText");
        issuers = List.copyOf(issuers);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        requests = List.copyOf(requests);
        Objects.requireNonNull(contact, "contact");
        sources = List.copyOf(sources);
        addresseeGroups = List.copyOf(addresseeGroups);
    }

    /** Every addressee of every group, in the notice's order. */
    public Stream<Addressee> addressees() {
        return addresseeGroups.stream().flatMap(group -> group.addressees().stream());
    }
}
