package jp.shikaku.registration.check;

import java.util.UUID;

/** Another enrolment, in its latest version; never one that was withdrawn. May be another insurer's. */
public record KnownRecord(UUID enrolmentId, CheckedRecord record) {}
