-- Measured: of what PostgreSQL spent on an enrolment of a file, a quarter went into asking, row by row, for rows that the
-- same transaction had just written or locked (ADR 22), and half of the rest into rewriting every index of a row of which
-- only its state had changed.

-- The intake writes an enrolment, its person and its version together, or none of them; nothing deletes any of the three.
alter table enrolment drop constraint enrolment_insurer_number_fkey;
alter table enrolment_version drop constraint enrolment_version_enrolment_id_fkey;
alter table enrolment_version drop constraint enrolment_version_person_key_fkey;
alter table linkage_outbox drop constraint linkage_outbox_enrolment_id_version_fkey;

-- A version changes its state once or twice. It stays on its page then, and in its indexes, if there is room and no index
-- depends on the state.
alter table enrolment_version set (fillfactor = 50);
drop index enrolment_version_received;
drop index enrolment_version_by_person;
drop index enrolment_version_by_subject;
alter table enrolment_version
    add column waiting_since timestamptz generated always as (case when state = 'RECEIVED' then entered_at end) stored;
create index enrolment_version_waiting on enrolment_version (waiting_since) where waiting_since is not null;
create index enrolment_version_by_person on enrolment_version (person_key);
create index enrolment_version_by_subject on enrolment_version (subject_key);

-- The same for the queue: what is on its way is left alone until then, and keeps its place.
alter table linkage_outbox set (fillfactor = 50);
alter table linkage_outbox add column leased_until timestamptz;
