package jp.shikaku.local.gateway;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the folders are watched.
 *
 * @param requests where requests are dropped
 * @param answers where answers are looked for
 * @param work where a request is kept while it is worked on, and for a while afterwards; on the file system of
 *     {@code requests}
 * @param institutionCode 医療機関コード, for answers that the gateway has to give itself
 * @param poll how often the folder is looked into when nobody says that something happened there, as on network drives
 * @param settle how long a file has to rest before it counts as written
 * @param incomplete how long it has to rest when it does not end as a document does
 * @param giveUp how long a request is tried when the service cannot answer; then it is answered as undetermined
 * @param keep how long requests are kept that were answered
 */
public record GatewaySettings(
        Path requests,
        Path answers,
        Path work,
        String institutionCode,
        Duration poll,
        Duration settle,
        Duration incomplete,
        Duration giveUp,
        Duration keep) {}
