-- A plan that is made once is made while nobody is linked yet. Then an index of a part of the table looks as good for being
-- read from end to end as for its key, and goes on being read so when there are millions. One of the whole table does not.
create index coverage_by_card on coverage (subject_key, birth_date);
create index coverage_of_person on coverage (person_key);
drop index coverage_by_subject;
drop index coverage_by_person;
