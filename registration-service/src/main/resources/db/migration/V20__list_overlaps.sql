-- 資格重複状況結果一覧. One is compiled at a time, and each is the next; only those that are done count.
create table overlap_list (
    id                uuid primary key,
    number            integer not null unique check (number > 0),
    state             varchar not null check (state in ('RUNNING', 'DONE')),
    issued_on         date not null,
    last_enrolment_id uuid,
    checked           bigint not null default 0,
    found             bigint not null default 0,
    started_by        varchar not null,
    started_at        timestamptz not null,
    ended_at          timestamptz,
    leased_until      timestamptz,
    check ((state = 'DONE') = (ended_at is not null))
);

create unique index overlap_list_under_way on overlap_list ((true)) where state = 'RUNNING';

-- A coverage and one other insurer, for as long as lists tell of both. No foreign key to the enrolment: while a list is
-- compiled nobody who enters a record has to wait. Enrolments are never deleted.
create table overlap (
    id                   uuid primary key,
    enrolment_id         uuid not null,
    insurer_number       varchar not null,
    other_insurer_number varchar not null check (other_insurer_number <> insurer_number),
    closed_version       integer,
    closed_at            timestamptz,
    closed_by            varchar,
    -- The latest list when it was closed, and how many up to that one told of it: why it could be.
    closed_list          integer,
    closed_lists         integer check (closed_lists >= 2),
    check (num_nulls(closed_version, closed_at, closed_by, closed_list, closed_lists) in (0, 5))
);

create unique index overlap_going_on on overlap (enrolment_id, other_insurer_number) where closed_version is null;
create unique index overlap_closed_by on overlap (enrolment_id, closed_version) where closed_version is not null;
create index overlap_by_insurer on overlap (insurer_number, id);

-- What each list said.
create table overlap_entry (
    overlap_id         uuid not null references overlap,
    list               integer not null references overlap_list (number),
    acquired           date not null,
    other_enrolment_id uuid not null,
    other_acquired     date not null,
    primary key (overlap_id, list)
);

-- Why a coverage stays, in its insurer's words. One that was withdrawn is kept.
create table overlap_objection (
    overlap_id   uuid not null references overlap,
    raised_at    timestamptz not null,
    raised_by    varchar not null,
    reason       varchar not null,
    withdrawn_at timestamptz,
    withdrawn_by varchar,
    check ((withdrawn_at is null) = (withdrawn_by is null))
);

create unique index overlap_objection_standing on overlap_objection (overlap_id) where withdrawn_at is null;
create index overlap_objection_past on overlap_objection (overlap_id);
