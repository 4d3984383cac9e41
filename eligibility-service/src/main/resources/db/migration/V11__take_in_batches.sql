-- Many questions of one institution, answered in the background, a piece of some hundred at a time. What was found out is
-- not here but in the confirmations, and is read again when it is fetched: by then it may not be shown any more.
create table batch (
    id               uuid primary key,
    kind             text not null,
    institution_code text not null,
    state            text not null check (state in ('RECEIVING', 'WAITING', 'RUNNING', 'COMPLETED')),
    format           text not null,
    charset          text not null,
    request_id       uuid not null,
    received_at      timestamptz not null,
    started_at       timestamptz,
    ended_at         timestamptz,
    idempotency_key  text,
    request_hash     bytea,
    rows_sent        integer not null default 0,
    rows_done        integer not null default 0,
    valid            integer not null default 0,
    invalid          integer not null default 0,
    invalid_newer    integer not null default 0,
    not_found        integer not null default 0,
    several          integer not null default 0,
    refused          integer not null default 0,
    undetermined     integer not null default 0
);

create unique index batch_by_idempotency_key on batch (institution_code, kind, idempotency_key)
    where idempotency_key is not null;
create index batch_by_institution on batch (institution_code, id);
create index batch_by_reception on batch (received_at);
create index batch_unfinished on batch (institution_code) where state <> 'COMPLETED';

-- One element a row in each array. The cards are here until they were asked about; from then on they are in the
-- confirmations only. A row was refused or could not be determined where it has faults.
create table batch_piece (
    batch_id             uuid not null references batch on delete cascade,
    number               integer not null,
    lines                integer[] not null,
    correlation_ids      text[] not null,
    insurer_numbers      text[],
    symbols              text[],
    numbers              text[],
    branches             text[],
    birth_dates          date[],
    as_ofs               date[],
    faults               text[] not null,
    confirmation_numbers text[],
    attempts             smallint not null default 0,
    lease                uuid,
    leased_until         timestamptz,
    primary key (batch_id, number)
);

-- In this order they are worked on: the first pieces of all batches, then the second ones.
create index batch_piece_open on batch_piece (number, batch_id) where confirmation_numbers is null;
