-- Who waits for the answer of a confirmation to change, and was told so.
create table watch (
    id                  uuid primary key,
    institution_code    text not null,
    confirmation_number text not null,
    subject_key         text not null,
    person_key          text,
    validity            smallint not null check (validity between 1 and 5),
    state               text not null check (state in ('OPEN', 'FULFILLED', 'EXPIRED', 'CANCELLED')),
    created_at          timestamptz not null,
    expires_at          timestamptz not null,
    ended_at            timestamptz,
    changes             integer not null default 0,
    changed_at          timestamptz,
    request_id          uuid not null,
    idempotency_key     text not null,
    request_hash        bytea not null,
    young_until         timestamptz not null default now() + interval '5 seconds'
);

comment on column watch.subject_key is 'Of the card asked about: whatever is linked to that card may change the answer.';
comment on column watch.person_key is 'Of whoever has the card, as far as that is one person: what else they are covered by may change it too.';
comment on column watch.validity is 'What the institution was told last.';
comment on column watch.young_until is
    'A change that was being applied while the watch was made does not see it, and is not seen by its first check; after this moment it is. Longer than any statement may take.';

create unique index watch_by_idempotency_key on watch (institution_code, idempotency_key);
create unique index watch_open_by_confirmation on watch (confirmation_number) where state = 'OPEN';
create index watch_by_institution on watch (institution_code, id);
create index watch_open_by_institution on watch (institution_code) where state = 'OPEN';
create index watch_open_by_subject on watch (subject_key) where state = 'OPEN';
create index watch_open_by_person on watch (person_key) where state = 'OPEN' and person_key is not null;
create index watch_open_by_expiry on watch (expires_at) where state = 'OPEN';
create index watch_ended on watch (ended_at) where ended_at is not null;

-- Watches to be checked. Rows are only ever added and taken away, so that linkage waits for nobody here.
create sequence watch_due_id;
create table watch_due (
    id       bigint primary key default nextval('watch_due_id'),
    watch_id uuid not null,
    due_at   timestamptz not null default now()
);

create index watch_due_by_time on watch_due (due_at);

-- The events of an institution, numbered without a gap and in the order in which they can be seen: who has number n has all
-- before it. The row of the feed is locked from the numbering to the commit.
create table watch_feed (
    institution_code text primary key,
    last_event       bigint not null
);

create table watch_event (
    institution_code    text not null,
    number              bigint not null,
    watch_id            uuid not null,
    confirmation_number text not null,
    happened_at         timestamptz not null,
    due_at              timestamptz not null,
    primary key (institution_code, number)
);

comment on column watch_event.due_at is 'When the change was linked, by the clock of the database; the rest is by the clock of the service.';

create index watch_event_by_age on watch_event (happened_at);
