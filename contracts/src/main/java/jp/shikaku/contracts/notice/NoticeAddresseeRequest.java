package jp.shikaku.contracts.notice;

import java.util.List;

/**
 * @param name up to 200 characters in each language
 * @param email where notices are sent; missing when none is known
 * @param language {@code ja} or {@code en}, of the mails; missing is {@code ja}
 * @param groups ids of the groups it belongs to
 */
public record NoticeAddresseeRequest(
        NoticeRequest.NoticeTexts name, String email, String language, List<String> groups) {}
