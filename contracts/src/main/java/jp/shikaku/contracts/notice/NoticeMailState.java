package jp.shikaku.contracts.notice;

/**
 * How the sending of notices stands.
 *
 * @param configured whether there is a mail server to send by; without one mails wait, and none is lost
 * @param waiting mails that are to be sent
 * @param withoutAddress those of them whose addressee has no e-mail address
 * @param dead mails that were given up
 * @param unacknowledged mailed addressees of current notices who have not acknowledged
 */
public record NoticeMailState(boolean configured, long waiting, long withoutAddress, long dead, long unacknowledged) {}
