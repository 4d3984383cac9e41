-- Stands in for the resident register where there is no line to the real one. By key: the number is not here.
create table resident (
    person_key varchar primary key,
    name       varchar not null,
    name_kana  varchar not null,
    birth_date date not null,
    sex        varchar not null check (sex in ('1', '2')),
    address    varchar not null,
    stored_at  timestamptz not null
);
