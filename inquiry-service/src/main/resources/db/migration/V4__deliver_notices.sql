-- Every version of every notice; those that come with the program are its first.
create table notice_issue (
    notice_id     text not null,
    version       int not null check (version > 0),
    content       jsonb not null,
    published_at  timestamptz not null,
    operator      text not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    withdrawal_ja text,
    withdrawal_en text,
    primary key (notice_id, version),
    check ((withdrawn_at is null) = (withdrawn_by is null)
        and (withdrawn_at is null) = (withdrawal_ja is null) and (withdrawn_at is null) = (withdrawal_en is null))
);

create table notice_group (
    id      text primary key,
    name_ja text not null,
    name_en text not null
);

-- Organisations, not people. Without an e-mail address mails wait.
create table notice_addressee (
    id         text primary key,
    name_ja    text not null,
    name_en    text not null,
    email      text,
    language   text not null check (language in ('ja', 'en')),
    revision   int not null,
    changed_at timestamptz not null,
    changed_by text not null
);

create table notice_group_member (
    group_id     text not null references notice_group,
    addressee_id text not null references notice_addressee,
    position     int not null,
    primary key (group_id, addressee_id)
);
create index notice_group_member_addressee on notice_group_member (addressee_id);

-- Who is asked to read which version, and has.
create table notice_recipient (
    id              uuid primary key,
    notice_id       text not null,
    version         int not null,
    addressee_id    text not null references notice_addressee,
    sent_at         timestamptz,
    reminders       int not null default 0,
    remind_on       date,
    acknowledged_at timestamptz,
    unique (notice_id, version, addressee_id),
    foreign key (notice_id, version) references notice_issue
);
create index notice_recipient_remind on notice_recipient (remind_on)
    where remind_on is not null and acknowledged_at is null;

-- The outbox. A mail is leased to one replica, and falls back when the lease runs out: each goes out at least once.
create table notice_mail (
    id              uuid primary key,
    recipient_id    uuid not null references notice_recipient,
    kind            text not null check (kind in ('NOTICE', 'REMINDER', 'WITHDRAWAL')),
    number          int not null,
    status          text not null default 'PENDING' check (status in ('PENDING', 'SENT', 'DEAD', 'CANCELLED')),
    attempts        int not null default 0,
    entered_at      timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    last_attempt_at timestamptz,
    settled_at      timestamptz,
    failure         text,
    unique (recipient_id, kind, number)
);
create index notice_mail_due on notice_mail (next_attempt_at, id) where status = 'PENDING';
create index notice_mail_dead on notice_mail (id) where status = 'DEAD';
create index notice_mail_rate on notice_mail (last_attempt_at);
