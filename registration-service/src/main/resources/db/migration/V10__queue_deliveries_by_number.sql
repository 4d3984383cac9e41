-- A delivery says what eligibility may do with a version from now on. The contents stay with the version, which never
-- changes. Priority: 0 stops a display, 1 is somebody's record of today, 2 is one of a file.
alter table linkage_outbox rename to linkage_outbox_of_versions;
alter table linkage_outbox_of_versions rename constraint linkage_outbox_pkey to linkage_outbox_of_versions_pkey;
drop index linkage_outbox_due;

create table linkage_outbox (
    enrolment_id         uuid not null,
    coverage_version     integer not null check (coverage_version > 0),
    version              integer not null,
    state                varchar not null check (state in ('VISIBLE', 'SUSPENDED', 'WITHDRAWN')),
    medical_info_allowed boolean not null,
    priority             smallint not null check (priority between 0 and 2),
    status               varchar not null default 'PENDING' check (status in ('PENDING', 'DEAD')),
    attempts             integer not null default 0,
    next_attempt_at      timestamptz not null default now(),
    queued_at            timestamptz not null,
    refusal              varchar,
    primary key (enrolment_id, coverage_version),
    foreign key (enrolment_id, version) references enrolment_version
);

create index linkage_outbox_due on linkage_outbox (priority, next_attempt_at) where status = 'PENDING';

-- What was taken back carries the contents that eligibility has, never those of a version that was held.
insert into linkage_outbox (
    enrolment_id, coverage_version, version, state, medical_info_allowed, priority, status, attempts, next_attempt_at,
    queued_at, refusal)
select o.enrolment_id, o.version,
    coalesce(
        (select max(v.version) from enrolment_version v
            where v.enrolment_id = o.enrolment_id and v.version <= o.version and v.cleared_at is not null),
        o.version),
    o.coverage::jsonb ->> 'state', (o.coverage::jsonb ->> 'medicalInfoAllowed')::boolean, 1, o.state, o.attempts,
    o.next_attempt_at, o.queued_at, o.refusal
from linkage_outbox_of_versions o;

drop table linkage_outbox_of_versions;
