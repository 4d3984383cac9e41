-- Who looked at whom (R6). Written with the answer, in one statement; never changed, never deleted.
create table look (
    id                  uuid primary key,
    at                  timestamptz not null,
    actor_role          text not null,
    actor_id            text not null,
    on_behalf_of        text,
    purpose             text not null,
    confirmation_number text not null,
    as_of               date not null,
    validity            smallint not null,
    subject_key         text not null,
    person_key          text,
    enrolment_id        uuid,
    request_id          uuid not null
);

create index look_by_subject on look (subject_key, id);
create index look_by_person on look (person_key, id) where person_key is not null;

create function refuse_change_of_look() returns trigger language plpgsql as $$
begin
    raise exception 'looks are never changed';
end $$;

create trigger look_is_append_only before update or delete on look
    for each row execute function refuse_change_of_look();
create trigger look_is_never_emptied before truncate on look
    for each statement execute function refuse_change_of_look();
