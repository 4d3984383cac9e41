-- An operator may stop a list. A cancelled one says nothing, and the next has its number: without it two lists would not
-- be consecutive that are.
alter table overlap_entry drop constraint overlap_entry_list_fkey;
alter table overlap_list
    drop constraint overlap_list_state_check,
    drop constraint overlap_list_check,
    drop constraint overlap_list_number_key,
    add check (state in ('RUNNING', 'PAUSED', 'DONE', 'CANCELLED')),
    add check ((state in ('DONE', 'CANCELLED')) = (ended_at is not null));

create unique index overlap_list_by_number on overlap_list (number) where state <> 'CANCELLED';
drop index overlap_list_under_way;
create unique index overlap_list_under_way on overlap_list ((true)) where state in ('RUNNING', 'PAUSED');
-- For what a cancelled list had found, and to count what the latest tells of.
create index overlap_entry_by_list on overlap_entry (list);
