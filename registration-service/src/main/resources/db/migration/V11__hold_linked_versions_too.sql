-- A version that was cleared may come into doubt again, when the whole stock is checked. Then it may also be shown on,
-- without medical information.
alter table hold
    drop constraint hold_enrolment_id_version_key,
    add column effect     varchar not null default 'STOPS_LINKAGE' check (
        effect in ('STOPS_LINKAGE', 'RESTRICTS_MEDICAL_INFO')),
    add column cause      varchar not null default 'INTAKE' check (cause in ('INTAKE', 'RECHECK')),
    add column decided_by varchar;

create unique index hold_open_of_version on hold (enrolment_id, version) where state = 'OPEN';

-- Who entered a version, as the token names them: another may have to confirm it.
alter table enrolment_version add column entered_by varchar;
