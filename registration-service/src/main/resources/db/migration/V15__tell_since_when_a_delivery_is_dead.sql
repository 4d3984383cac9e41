alter table linkage_outbox add column dead_at timestamptz;

create index linkage_outbox_dead on linkage_outbox (enrolment_id, coverage_version) where status = 'DEAD';

-- Every row is updated once and deleted soon: what they leave behind must not pile up where the next are looked for.
alter table linkage_outbox set (
    autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 1);
