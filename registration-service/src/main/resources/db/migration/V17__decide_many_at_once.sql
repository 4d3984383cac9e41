-- Many decisions are one submission, carried out in parts: repeated, it knows which were its own.
alter table hold add column decided_in uuid;
