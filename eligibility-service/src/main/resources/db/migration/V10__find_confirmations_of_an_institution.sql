-- Institutions look up what they asked: the latest first, or by their own id.
create index confirmation_by_institution on confirmation (institution_code, asked_at, confirmation_number);
create index confirmation_by_correlation on confirmation (institution_code, correlation_id, asked_at)
    where correlation_id is not null;
