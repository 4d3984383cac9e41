-- Bulk inquiries in XML (OQSmuquc01, 02): asked in the background, fetched by their reception number. What was found out
-- is not here but in the confirmations, and is read again when it is fetched: by then it may not be shown any more.
create table oqs_bulk (
    reception_number text primary key,
    institution_code text not null,
    state            text not null check (state in ('RECEIVING', 'WAITING', 'ANSWERED')),
    file_identifier  text,
    as_of            date not null,
    received_at      timestamptz not null,
    request_id       uuid not null,
    idempotency_key  text,
    request_hash     bytea,
    lease            uuid,
    leased_until     timestamptz
);

create unique index oqs_bulk_by_idempotency_key on oqs_bulk (institution_code, idempotency_key)
    where idempotency_key is not null;
create index oqs_bulk_waiting on oqs_bulk (received_at) where state = 'WAITING';

-- The cards as they were sent: they are checked when they are asked about. Of confirmation_number and faults at most one is
-- there, and neither until the card was asked about.
create table oqs_bulk_card (
    reception_number    text not null references oqs_bulk on delete cascade,
    place               integer not null,
    insurer_number      text,
    symbol              text,
    number              text,
    branch              text,
    birthdate           text,
    consent_flag        text,
    identifier          text,
    attempts            smallint not null default 0,
    confirmation_number text,
    faults              text,
    primary key (reception_number, place),
    check (confirmation_number is null or faults is null)
);

create index oqs_bulk_card_open on oqs_bulk_card (reception_number, place)
    where confirmation_number is null and faults is null;
