package jp.shikaku.contracts.notice;

import java.util.List;

/**
 * To whom the current version of a notice is sent by e-mail. Without both it is the notice's own list.
 *
 * @param groups ids of groups
 * @param addressees ids of single addressees
 */
public record NoticeDistributionRequest(List<String> groups, List<String> addressees) {}
