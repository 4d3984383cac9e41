-- Whose the certificate on an individual-number card is. Keys alone: neither the number of the person nor the serial number
-- of the certificate is here.
create table certificate (
    certificate_key text primary key,
    version         integer not null check (version > 0),
    person_key      text not null,
    state           text not null check (state in ('ACTIVE', 'SUSPENDED', 'REVOKED')),
    expires_on      date not null,
    applied_at      timestamptz not null
);

-- A question comes with the card of an insurer, or with a certificate.
alter table confirmation
    alter column insurer_number drop not null,
    alter column number drop not null,
    alter column birth_date drop not null,
    alter column subject_key drop not null,
    add column certificate_key text,
    add constraint confirmation_is_about_a_card_or_a_certificate check (
        (certificate_key is null and insurer_number is not null and number is not null and birth_date is not null
            and subject_key is not null)
        or (certificate_key is not null and person_key is not null and insurer_number is null and subject_key is null));

comment on column confirmation.person_key is
    'Of whoever has the card, when exactly one person has; of whoever had the certificate when it was asked.';

alter table watch alter column subject_key drop not null;
