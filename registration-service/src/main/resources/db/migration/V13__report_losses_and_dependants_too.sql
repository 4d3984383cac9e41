-- One table for what employers report: a person begins to work, leaves, or has a dependant more or fewer. A report may
-- come before the day it is about, and with gaps; only one that is whole is filed.
alter table acquisition_report rename to report;
alter table report rename constraint acquisition_report_pkey to report_pkey;
alter table report rename constraint acquisition_report_insurer_number_fkey to report_insurer_number_fkey;
alter table report rename constraint acquisition_report_person_key_fkey to report_person_key_fkey;
alter table report rename constraint acquisition_report_sex_check to report_sex_check;
alter index acquisition_report_by_employer rename to report_by_employer;
alter index acquisition_report_by_enrolment rename to report_by_enrolment;

-- Whom no insurer knows yet may be named in a report that is not filed.
alter table report drop constraint report_insurer_number_fkey;

alter table report
    drop constraint acquisition_report_state_check,
    drop constraint acquisition_report_check,
    drop constraint acquisition_report_check1,
    alter column insurer_number drop not null,
    alter column person_key drop not null,
    alter column name drop not null,
    alter column name_kana drop not null,
    alter column birth_date drop not null,
    alter column sex drop not null,
    alter column address drop not null,
    alter column acquired drop not null,
    alter column filed_at drop not null,
    alter column insurer_due_on drop not null,
    add column version            integer not null default 1 check (version > 0),
    add column kind               varchar not null default 'ACQUISITION',
    add column reference          varchar,
    add column lost               date,
    add column loss_reason        varchar,
    add column relationship       varchar,
    add column insured_person_key varchar references individual,
    add column insured_name       varchar,
    -- The day from which the employer's days are counted.
    add column fact_on            date not null generated always as (coalesce(acquired, lost)) stored,
    add column points             jsonb not null default '[]',
    add column note               varchar,
    add constraint report_state_check check (state in ('PREPARED', 'FILED', 'RETURNED', 'REGISTERED', 'WITHDRAWN')),
    add constraint report_kind_check check (
        case kind
            when 'ACQUISITION' then acquired is not null and lost is null
            when 'LOSS' then lost is not null and acquired is null
            when 'DEPENDANT_CHANGE' then (acquired is null) <> (lost is null)
            else false
        end),
    add constraint report_whole_check check (
        state <> 'FILED'
            or points = '[]' and insurer_number is not null and person_key is not null and name is not null
            and name_kana is not null and birth_date is not null and sex is not null and address is not null
            and filed_at is not null and insurer_due_on is not null),
    add constraint report_dates_check check (coalesce(acquired, lost) >= birth_date),
    add constraint report_registered_check check ((state = 'REGISTERED') = (enrolment_id is not null));

-- Whose enrolment it waits for: filed, or known before the day.
drop index acquisition_report_waiting;
create index report_waiting on report (person_key, insurer_number, id) where state in ('FILED', 'PREPARED');
create index report_prepared on report (fact_on, id) where state = 'PREPARED';

-- Every state and every wording a report has had. Contents without the individual number; a change of state alone has none.
create table report_change (
    report_id uuid not null references report,
    version   integer not null check (version > 0),
    state     varchar not null check (state in ('PREPARED', 'FILED', 'RETURNED', 'REGISTERED', 'WITHDRAWN')),
    at        timestamptz not null,
    actor     varchar not null check (actor in ('EMPLOYER', 'INSURER', 'SYSTEM')),
    changed   jsonb not null default '[]',
    points    jsonb not null default '[]',
    note      varchar,
    content   jsonb,
    primary key (report_id, version)
);

-- What is known of reports that were there before.
insert into report_change (report_id, version, state, at, actor, content)
select id, 1, 'FILED', filed_at, 'EMPLOYER',
    jsonb_build_object(
        'kind', kind, 'insurerNumber', insurer_number, 'personKey', person_key, 'name', name, 'nameKana', name_kana,
        'birthDate', birth_date, 'sex', sex, 'address', address, 'acquired', acquired)
from report;

insert into report_change (report_id, version, state, at, actor)
select id, 2, 'REGISTERED', registered_at, 'INSURER' from report where state = 'REGISTERED';

update report set version = 2 where state = 'REGISTERED';
