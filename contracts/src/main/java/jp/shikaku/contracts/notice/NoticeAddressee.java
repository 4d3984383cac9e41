package jp.shikaku.contracts.notice;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * Somebody to whom notices are sent.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param email missing when none is known: mails wait until there is one
 * @param language {@code ja} or {@code en}
 * @param revision counts its changes from 1; the {@code ETag}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeAddressee(
        String id, LocalizedText name, String email, String language, List<String> groups, int revision) {

    public NoticeAddressee {
        groups = List.copyOf(groups);
    }
}
