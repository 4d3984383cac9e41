-- 全件チェック. One at a time; whoever works on it holds the lease, and another goes on where a crashed one stopped.
create table recheck (
    id                 uuid primary key,
    state              varchar not null check (state in ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
    last_enrolment_id  uuid,
    checked            bigint not null default 0,
    expected           bigint not null,
    stopped            bigint not null default 0,
    restricted         bigint not null default 0,
    worked_millis      bigint not null default 0,
    waits_for_register boolean not null default false,
    started_by         varchar not null,
    started_at         timestamptz not null,
    ended_at           timestamptz,
    leased_until       timestamptz,
    check ((state in ('DONE', 'CANCELLED')) = (ended_at is not null))
);

create unique index recheck_under_way on recheck ((true)) where state in ('RUNNING', 'PAUSED');
