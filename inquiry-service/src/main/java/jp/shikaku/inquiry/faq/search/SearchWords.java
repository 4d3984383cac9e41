package jp.shikaku.inquiry.faq.search;

import java.util.List;

/**
 * What a caller said, ready to be looked for.
 *
 * @param synonyms other words for parts of it
 */
public record SearchWords(Terms said, List<Terms> synonyms) {}
