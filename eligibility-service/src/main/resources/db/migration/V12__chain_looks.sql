-- Looks are sealed in a chain: each seal is the hash of the one before and of all looks written since. In which transaction
-- a look was written tells what is complete: nothing can come any more before the oldest transaction under way.
alter table look add column txn bigint not null default (pg_current_xact_id()::text::bigint);
create index look_by_txn on look (txn, id);

create table look_seal (
    number    bigint primary key,
    from_txn  bigint not null,
    to_txn    bigint not null check (to_txn > from_txn),
    looks     bigint not null,
    previous  bytea not null,
    hash      bytea not null,
    sealed_at timestamptz not null
);

create trigger look_seal_is_append_only before update or delete on look_seal
    for each row execute function refuse_change_of_look();
create trigger look_seal_is_never_emptied before truncate on look_seal
    for each statement execute function refuse_change_of_look();

-- All that a look says, in one way of writing it. A column that comes later gets a digest of its own.
create function look_digest(l look) returns bytea language sql stable parallel safe as $$
    select sha256(convert_to(jsonb_build_array(
        l.id, extract(epoch from l.at), l.actor_role, l.actor_id, l.on_behalf_of, l.purpose, l.confirmation_number,
        to_char(l.as_of, 'YYYY-MM-DD'), l.validity, l.subject_key, l.person_key, l.enrolment_id, l.request_id,
        l.coverage_shown, l.txn)::text, 'UTF8'))
$$;

-- Reading one's own history is a look, too, and one at no confirmation.
alter table look
    alter column confirmation_number drop not null,
    alter column as_of drop not null,
    alter column validity drop not null,
    alter column subject_key drop not null;
