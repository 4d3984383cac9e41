-- One row a question: the card as asked, and what was answered. Details of the coverage are not kept: they may not be
-- shown any more when the confirmation is read again.
create table confirmation (
    confirmation_number text primary key,
    institution_code    text not null,
    asked_at            timestamptz not null,
    insurer_number      text not null,
    symbol              text,
    number              text not null,
    branch              text,
    birth_date          date not null,
    as_of               date not null,
    correlation_id      text,
    validity            smallint not null check (validity between 1 and 5),
    prescription_form   text not null check (prescription_form in ('ELECTRONIC', 'PAPER')),
    subject_key         text not null,
    person_key          text,
    enrolment_id        uuid,
    idempotency_key     text,
    request_hash        bytea not null
);

create unique index confirmation_by_idempotency_key on confirmation (institution_code, idempotency_key)
    where idempotency_key is not null;
