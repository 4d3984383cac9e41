-- What may be shown, one row an enrolment, fed by linkage. The individual number is not here and never was.
create table coverage (
    enrolment_id         uuid primary key,
    version              integer not null check (version > 0),
    content_hash         bytea not null,
    person_key           text not null,
    subject_key          text not null,
    insurer_number       text not null,
    symbol               text,
    number               text not null,
    branch               text,
    name                 text not null,
    name_kana            text not null,
    sex                  text not null,
    birth_date           date not null,
    relation             text not null,
    acquired             date not null,
    lost                 date check (lost > acquired),
    loss_reason          text,
    medical_info_allowed boolean not null,
    state                text not null check (state in ('VISIBLE', 'SUSPENDED', 'WITHDRAWN')),
    applied_at           timestamptz not null
);

-- A question comes with a card: the card finds the person, the person the other coverages.
create index coverage_by_subject on coverage (subject_key, birth_date) where state = 'VISIBLE';
create index coverage_by_person on coverage (person_key) where state = 'VISIBLE';
