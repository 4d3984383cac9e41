-- Each Idempotency-Key of each caller, written with what it created. The fingerprint is keyed and tells nothing.
create table submission (
    caller          varchar not null,
    idempotency_key varchar not null,
    fingerprint     bytea not null check (octet_length(fingerprint) = 32),
    resource_id     uuid not null,
    received_at     timestamptz not null,
    primary key (caller, idempotency_key)
);
