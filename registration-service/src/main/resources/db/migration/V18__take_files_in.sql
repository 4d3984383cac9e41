-- A file that an insurer sent, and how far it has been taken in.
create table enrolment_import (
    id              uuid primary key,
    insurer_number  varchar not null references insurer,
    entered_by      varchar not null,
    -- RECEIVING: its bytes are still arriving; nobody sees it.
    state           varchar not null check (state in (
        'RECEIVING', 'WAITING', 'RUNNING', 'WAITING_FOR_REGISTER', 'COMPLETED', 'CANCELLED', 'FAILED')),
    format          varchar not null check (format in ('CSV', 'NDJSON')),
    charset         varchar not null,
    -- Field by position; empty where there is nothing to read.
    columns         text[] not null,
    bytes           bigint not null default 0,
    -- The same for the same file that is read in the same way. Keyed.
    content_mark    bytea check (octet_length(content_mark) = 32),
    -- The row to go on with.
    next_offset     bigint not null check (next_offset >= 0),
    next_line       bigint not null check (next_line > 0),
    accepted        bigint not null default 0,
    unchanged       bigint not null default 0,
    held            bigint not null default 0,
    refused         bigint not null default 0,
    noted           bigint not null default 0,
    rows_per_second double precision,
    received_at     timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    -- Who works on it, and until when nobody else may. By the clock of the database, which all replicas share.
    worker          uuid,
    leased_until    timestamptz,
    worked_at       timestamptz not null default clock_timestamp(),
    -- In a row, on our side.
    failures        integer not null default 0
);

create index enrolment_import_by_insurer on enrolment_import (insurer_number, id);
create index enrolment_import_active on enrolment_import (worked_at)
    where state in ('RECEIVING', 'WAITING', 'RUNNING', 'WAITING_FOR_REGISTER');
create unique index enrolment_import_same_file on enrolment_import (insurer_number, content_mark)
    where state not in ('RECEIVING', 'CANCELLED', 'FAILED');

-- The file in pieces of one mebibyte, encrypted and bound to their place (R5). Deleted once it is taken in.
create table enrolment_import_chunk (
    import_id uuid not null references enrolment_import on delete cascade,
    number    integer not null check (number >= 0),
    content   bytea not null,
    primary key (import_id, number)
);
-- Ciphertext does not compress.
alter table enrolment_import_chunk alter column content set storage external;

-- Rows that were refused, or were read in another way than they are written: why, and the row itself, encrypted.
create table enrolment_import_refusal (
    import_id uuid not null references enrolment_import on delete cascade,
    line      bigint not null,
    refused   boolean not null,
    content   bytea not null,
    primary key (import_id, line)
);
