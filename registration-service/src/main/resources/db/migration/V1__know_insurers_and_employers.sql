-- Who takes part. The operator enters them.
-- Texts are varchar throughout, which the validation of entities knows; lengths are checked at the border.
create table insurer (
    insurer_number varchar primary key,
    name           varchar not null,
    registered_at  timestamptz not null
);

create table employer (
    employer_number varchar primary key,
    name            varchar not null,
    registered_at   timestamptz not null
);
