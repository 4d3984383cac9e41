package jp.shikaku.inquiry.faq.search;

/**
 * A word of a Japanese text.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param base its dictionary form
 * @param sound how it sounds, as {@link Sound} writes it
 * @param content whether it says something by itself: particles, auxiliaries and the like do not
 */
record Word(int from, int to, String base, String sound, boolean content) {}
