package jp.shikaku.contracts.overlap;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a coverage stays although another insurer has the person too, or why the other's may not be closed because of it.
 *
 * @param by the person who raised it, as the sign-in knows them
 * @param reason in the insurer's own words; told to nobody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverlapObjection(OffsetDateTime at, String by, String reason) {}
