-- An insurer works off what is due first.
create index report_filed_by_due on report (insurer_number, insurer_due_on, id) where state = 'FILED';
