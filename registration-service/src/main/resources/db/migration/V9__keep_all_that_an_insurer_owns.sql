-- The insurer's own key of a record, and the number of what was last given out: shown, suspended, taken back.
alter table enrolment
    add column record_key       varchar,
    add column coverage_version integer not null default 0 check (coverage_version >= 0);

-- Until now a delivery had the number of the version it was about.
update enrolment set coverage_version = latest_version;

create unique index enrolment_by_record_key on enrolment (insurer_number, record_key) where record_key is not null;

alter table enrolment_version
    add column card_class      varchar not null default '01',
    add column card_issued_on  date,
    add column card_valid_from date,
    add column card_expires_on date,
    add column name_other      varchar,
    add column name_other_kana varchar,
    add column sex_on_card     varchar check (sex_on_card in ('1', '2', '3')),
    add column postal_code     varchar,
    add column burden_share    varchar;

-- What the register could not be asked about waits, and is looked for.
create index enrolment_version_received on enrolment_version (entered_at) where state = 'RECEIVED';

-- A wrong link is suspected: whatever is cleared meanwhile is not shown.
alter table enrolment add column suspected boolean not null default false;
