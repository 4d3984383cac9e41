-- One row a version in doubt; what was found and how the insurer decided stays.
create table hold (
    id             uuid primary key,
    enrolment_id   uuid not null,
    version        integer not null,
    insurer_number varchar not null,
    state          varchar not null check (state in ('OPEN', 'CONFIRMED', 'CORRECTED', 'WITHDRAWN')),
    findings       jsonb not null,
    opened_at      timestamptz not null,
    decided_at     timestamptz,
    reason_code    varchar,
    reason         varchar,
    foreign key (enrolment_id, version) references enrolment_version,
    unique (enrolment_id, version),
    check ((state = 'OPEN') = (decided_at is null)),
    check (state not in ('CONFIRMED', 'WITHDRAWN') or (reason_code is not null and reason is not null))
);

create index hold_by_insurer on hold (insurer_number, id);
create index hold_open on hold (insurer_number, id) where state = 'OPEN';
