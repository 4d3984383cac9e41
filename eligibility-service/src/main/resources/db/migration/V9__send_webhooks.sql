-- Where institutions want to be told of events, and what is still to be sent there. Secrets are sealed.
create table webhook (
    id                uuid primary key,
    institution_code  text not null,
    url               text not null,
    created_at        timestamptz not null,
    secret            bytea not null,
    previous_secret   bytea,
    previous_until    timestamptz,
    failures          integer not null default 0,
    last_failure      text,
    last_delivered_at timestamptz,
    resume_at         timestamptz not null default now(),
    idempotency_key   text not null,
    request_hash      bytea not null,
    unique (institution_code, idempotency_key)
);

comment on column webhook.failures is 'Attempts in a row that failed: while there are any, one message is tried at a time.';
comment on column webhook.resume_at is 'Nothing is sent before, by the clock of the database.';

create table webhook_delivery (
    id               uuid primary key,
    webhook_id       uuid not null references webhook on delete cascade,
    institution_code text not null,
    type             text not null,
    body             text not null,
    status           text not null default 'PENDING' check (status in ('PENDING', 'DEAD')),
    attempts         integer not null default 0,
    queued_at        timestamptz not null,
    due_at           timestamptz not null,
    entered_at       timestamptz not null default now(),
    next_attempt_at  timestamptz not null default now(),
    failure          text,
    dead_at          timestamptz
);

comment on column webhook_delivery.due_at is 'When what it tells was linked, by the clock of the database, as are entered_at and next_attempt_at.';

create index webhook_delivery_pending on webhook_delivery (webhook_id, attempts, id) where status = 'PENDING';
create index webhook_delivery_dead on webhook_delivery (id) where status = 'DEAD';
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, status);
