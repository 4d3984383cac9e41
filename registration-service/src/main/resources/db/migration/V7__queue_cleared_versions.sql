-- What eligibility does not have yet. A row is written with the clearing and deleted with the delivery.
create table linkage_outbox (
    enrolment_id    uuid not null,
    version         integer not null,
    coverage        varchar not null,
    state           varchar not null default 'PENDING' check (state in ('PENDING', 'DEAD')),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    queued_at       timestamptz not null,
    refusal         varchar,
    primary key (enrolment_id, version)
);

create index linkage_outbox_due on linkage_outbox (next_attempt_at) where state = 'PENDING';
