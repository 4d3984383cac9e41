-- Inquiries. What is personal is what the caller gave: name, contact, and what was written; it is taken out in time.
create table ticket (
    id                  uuid primary key,
    number              text not null unique check (length(number) = 9),
    -- SHA-256 of the follow-up code; the code itself is known to its caller alone.
    code_hash           bytea check (octet_length(code_hash) = 32),
    channel             text not null check (channel in ('FORM', 'AGENT')),
    language            text not null check (language in ('JA', 'EN')),
    topic               text,
    state               text not null
        check (state in ('RECEIVED', 'ASSIGNED', 'WAITING_FOR_CALLER', 'ANSWERED', 'CLOSED', 'REOPENED')),
    assignee            text,
    caller_name         text,
    caller_contact      text,
    confirmation_number text,
    received_at         timestamptz not null,
    state_since         timestamptz not null,
    due_at              timestamptz,
    answered_at         timestamptz,
    purged_at           timestamptz,
    messages            int not null,
    revision            int not null,
    -- Something is owed exactly while it is the hotline's turn.
    check ((due_at is not null) = (state in ('RECEIVED', 'ASSIGNED', 'REOPENED'))),
    check (purged_at is null
        or (state = 'CLOSED' and code_hash is null and caller_name is null and caller_contact is null
            and confirmation_number is null)),
    check (purged_at is not null or code_hash is not null)
);
-- The worklist: due first, what is owed by nobody last.
create index ticket_due on ticket (coalesce(due_at, 'infinity'::timestamptz), id);
create index ticket_settled on ticket (state, state_since) where purged_at is null;

create table ticket_message (
    id             uuid primary key,
    ticket_id      uuid not null references ticket,
    at             timestamptz not null,
    kind           text not null check (kind in ('CALLER', 'REPLY', 'QUESTION', 'NOTE')),
    agent          text,
    text           text,
    masked_numbers int not null,
    faq_entry      text,
    faq_version    int,
    faq_language   text check (faq_language in ('JA', 'EN')),
    check ((faq_entry is null) = (faq_version is null) and (faq_entry is null) = (faq_language is null))
);
create index ticket_message_ticket on ticket_message (ticket_id, id);

-- Who did what, also who looked.
create table ticket_event (
    id        uuid primary key,
    ticket_id uuid not null references ticket,
    at        timestamptz not null,
    actor     text not null,
    action    text not null,
    state     text not null,
    assignee  text,
    comment   text,
    revision  int not null
);
create index ticket_event_ticket on ticket_event (ticket_id, id);

-- Each Idempotency-Key of each sender, written with what it created. The fingerprint is keyed: a short text could be guessed.
create table ticket_submission (
    sender          text not null,
    idempotency_key text not null,
    fingerprint     bytea not null check (octet_length(fingerprint) = 32),
    ticket_id       uuid not null references ticket deferrable initially deferred,
    received_at     timestamptz not null,
    primary key (sender, idempotency_key)
);
create index ticket_submission_ticket on ticket_submission (ticket_id);

-- Who took a list of inquiries with what callers wrote.
create table ticket_export (
    id         uuid primary key,
    at         timestamptz not null,
    actor      text not null,
    with_texts boolean not null
);

-- How often an address called, for an hour at most; addresses are here as keyed hashes only. May be lost.
create unlogged table ticket_call (
    kind   text not null,
    caller bytea not null,
    until  timestamptz not null,
    calls  int not null,
    primary key (kind, caller)
);
create index ticket_call_until on ticket_call (until);
