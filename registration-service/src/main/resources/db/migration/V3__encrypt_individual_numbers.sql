-- The only place with individual numbers: AES-256-GCM, bound to the person key (R5). First byte: which key.
create table individual (
    person_key varchar primary key,
    number     bytea not null check (octet_length(number) = 41)
);
