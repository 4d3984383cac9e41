package jp.shikaku.inquiry.content;

/**
 * What a content file holds, and its path for messages about it.
 *
 * @param path below the resources
 */
public record ContentFile<T>(String path, T value) {}
