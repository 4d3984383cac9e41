-- A wrong link was suspected: one open case an enrolment, however many report it. Nothing here is ever deleted.
create table mislink_case (
    id              uuid primary key,
    enrolment_id    uuid not null references enrolment,
    insurer_number  varchar not null,
    state           varchar not null check (state in ('OPEN', 'REINSTATED', 'WITHDRAWN')),
    opened_at       timestamptz not null,
    given_out_since timestamptz,
    linked_since    timestamptz,
    stopped_at      timestamptz,
    decided_at      timestamptz,
    decided_by      varchar,
    reason_code     varchar,
    reason          varchar,
    check ((state = 'OPEN') = (decided_at is null)),
    check ((decided_at is null) = (reason is null))
);

create unique index mislink_case_open on mislink_case (enrolment_id) where state = 'OPEN';
create index mislink_case_by_enrolment on mislink_case (enrolment_id);
create index mislink_case_by_insurer on mislink_case (insurer_number, id);

create table mislink_report (
    id                  uuid primary key,
    case_id             uuid not null references mislink_case,
    reported_at         timestamptz not null,
    reporter_role       varchar not null,
    reporter_id         varchar not null,
    confirmation_number varchar,
    observation         varchar not null,
    note                varchar
);

create index mislink_report_by_case on mislink_report (case_id, id);
