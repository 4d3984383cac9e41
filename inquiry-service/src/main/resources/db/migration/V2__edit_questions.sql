-- Versions of questions that operators write over the ones that come with the program. A published draft never changes.
create table faq_draft (
    id              uuid primary key,
    entry_id        text not null,
    state           text not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'DISCARDED')),
    content         jsonb not null,
    effective_from  date not null,
    effective_until date check (effective_until > effective_from),
    authors         text[] not null check (cardinality(authors) > 0),
    reviewer        text,
    version         int,
    revision        int not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    check ((state = 'PUBLISHED') = (version is not null)),
    check ((state = 'PUBLISHED') = (reviewer is not null)),
    -- Who wrote on it does not approve it, whatever the program thinks.
    check (reviewer is null or not reviewer = any (authors))
);
create unique index faq_draft_version on faq_draft (entry_id, version) where version is not null;
create index faq_draft_state on faq_draft (state, id);

-- Every step, with what was written.
create table faq_draft_event (
    id       uuid primary key,
    draft_id uuid not null references faq_draft,
    at       timestamptz not null,
    operator text not null,
    action   text not null,
    comment  text,
    revision int not null,
    content  jsonb
);
create index faq_draft_event_draft on faq_draft_event (draft_id, id);

-- Counts publications, one after the other: whoever keeps questions in memory compares this number.
create table faq_edition (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into faq_edition (number) values (0);

-- Each Idempotency-Key of each operator, written with the draft it created.
create table faq_submission (
    operator        text not null,
    idempotency_key text not null,
    fingerprint     bytea not null check (octet_length(fingerprint) = 32),
    draft_id        uuid not null references faq_draft deferrable initially deferred,
    received_at     timestamptz not null,
    primary key (operator, idempotency_key)
);
