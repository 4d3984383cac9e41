-- A coverage may move to another card or person by a later version; the looks it was shown in stay its own.
create index look_by_enrolment on look (enrolment_id, id) where enrolment_id is not null;
