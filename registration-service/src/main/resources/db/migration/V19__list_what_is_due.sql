-- What is due first, of one employer and of all; of one insurer that is there already.
create index report_owed_by_employer on report (employer_number, employer_due_on, id)
    where state in ('PREPARED', 'RETURNED');
create index report_owed_by_due on report (employer_due_on, id) where state in ('PREPARED', 'RETURNED');
create index report_waiting_by_due on report (insurer_due_on, id) where state = 'FILED';

-- What was done in time or late, of one party.
create index report_by_employer_due on report (employer_number, employer_due_on, id);
create index report_by_insurer_due on report (insurer_number, insurer_due_on, id) where insurer_due_on is not null;

-- What was done lately, of all: reports come in the order of their days.
create index report_by_due on report using brin (employer_due_on, insurer_due_on);

-- Open holds are counted once a minute, from this index alone.
create index hold_open_by_age on hold (opened_at, effect) where state = 'OPEN';
