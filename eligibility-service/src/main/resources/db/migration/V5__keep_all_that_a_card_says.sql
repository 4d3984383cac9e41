-- What an insurer owns of a record besides, and a desk may see. Missing in what was linked before; it comes with the
-- record's next version.
alter table coverage
    add column card_class       text,
    add column card_issued_on   date,
    add column card_valid_from  date,
    add column card_expires_on  date,
    add column name_other       text,
    add column name_other_kana  text,
    add column sex_on_card      text,
    add column postal_code      text,
    add column address          text,
    add column burden_share     text;

comment on column coverage.content_hash is
    'One byte that tells how it was made, then SHA-256. Hashes of 32 bytes are from before: they cover fewer columns and say nothing about the rest.';
