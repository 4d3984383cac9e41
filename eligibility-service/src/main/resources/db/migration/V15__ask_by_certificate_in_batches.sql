-- A row of a batch asks by the numbers of a card, or by a certificate. Missing in what was taken over before.
alter table batch_piece add column certificate_keys text[];
