-- An insurer looks for one kind of finding, and counts each, without opening the findings of every hold.
alter table hold add column codes jsonb not null
    generated always as (jsonb_path_query_array(findings, '$.items[*].code')) stored;

-- What was ever in doubt about a record.
create index hold_by_enrolment on hold (enrolment_id, version);
