-- 資格取得届. The days on which each party is late are fixed when it is filed: a changed rule changes no past.
create table acquisition_report (
    id              uuid primary key,
    state           varchar not null check (state in ('FILED', 'REGISTERED')),
    employer_number varchar not null,
    insurer_number  varchar not null references insurer,
    person_key      varchar not null references individual,
    name            varchar not null,
    name_kana       varchar not null,
    birth_date      date not null,
    sex             varchar not null check (sex in ('1', '2')),
    address         varchar not null,
    acquired        date not null check (acquired >= birth_date),
    filed_at        timestamptz not null,
    employer_due_on date not null,
    insurer_due_on  date not null,
    registered_at   timestamptz,
    enrolment_id    uuid,
    check ((state = 'REGISTERED') = (enrolment_id is not null))
);

create index acquisition_report_by_employer on acquisition_report (employer_number, id);
create index acquisition_report_waiting on acquisition_report (person_key, insurer_number, id) where state = 'FILED';
create index acquisition_report_by_enrolment on acquisition_report (enrolment_id) where enrolment_id is not null;
