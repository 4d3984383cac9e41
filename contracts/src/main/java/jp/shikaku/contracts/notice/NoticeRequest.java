package jp.shikaku.contracts.notice;

import java.util.List;

/**
 * What an operator publishes as a notice, or as a new version of one.
 *
 * @param date of the notice, ISO; its id begins with it
 * @param issuers who sends it; at least one
 * @param title up to 300 characters in each language
 * @param summary up to 4,000 characters in each language
 * @param requests what its addressees are asked to do; up to 20
 * @param sources where to read on; at least one
 * @param groups groups of addressees to whom it goes; with {@code addressees} at least one
 * @param addressees single addressees to whom it goes
 */
public record NoticeRequest(
        String date,
        List<NoticeTexts> issuers,
        NoticeTexts title,
        NoticeTexts summary,
        List<NoticeTexts> requests,
        List<NoticeSource> sources,
        List<String> groups,
        List<String> addressees) {

    /** One text in both languages. */
    public record NoticeTexts(String ja, String en) {}

    /** A page to read on. */
    public record NoticeSource(NoticeTexts title, String url) {}
}
