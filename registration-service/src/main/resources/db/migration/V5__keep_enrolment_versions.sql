-- One coverage of one person with one insurer. The row is what an editor locks.
create table enrolment (
    id             uuid primary key,
    insurer_number varchar not null references insurer,
    latest_version integer not null check (latest_version > 0)
);

create index enrolment_by_insurer on enrolment (insurer_number, id);

-- What it said, version by version. Contents never change; states do.
create table enrolment_version (
    enrolment_id         uuid not null references enrolment,
    version              integer not null check (version > 0),
    insurer_number       varchar not null,
    state                varchar not null check (
        state in ('RECEIVED', 'HELD', 'CLEARED', 'LINKED', 'SUSPENDED', 'WITHDRAWN', 'SUPERSEDED')),
    person_key           varchar not null references individual,
    subject_key          varchar not null,
    symbol               varchar,
    number               varchar not null,
    branch               varchar,
    name                 varchar not null,
    name_kana            varchar not null,
    birth_date           date not null,
    sex                  varchar not null check (sex in ('1', '2')),
    address              varchar not null,
    relation             varchar not null check (relation in ('1', '2')),
    acquired             date not null check (acquired >= birth_date),
    lost                 date check (lost > acquired),
    loss_reason          varchar check (loss_reason is null or lost is not null),
    findings             jsonb not null,
    medical_info_allowed boolean not null,
    hold_id              uuid,
    entered_at           timestamptz not null,
    cleared_at           timestamptz,
    linked_at            timestamptz,
    primary key (enrolment_id, version)
);

-- For progress: by person and by card, and only what is not history.
create index enrolment_version_by_person on enrolment_version (person_key) where state <> 'SUPERSEDED';
create index enrolment_version_by_subject on enrolment_version (subject_key) where state <> 'SUPERSEDED';
