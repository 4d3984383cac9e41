-- Which agent looked at which case, and when (R6). No personal data: a confirmation number names a question.
create table case_file_look (
    id                  uuid primary key,
    at                  timestamptz not null,
    agent_id            text not null,
    confirmation_number text not null,
    request_id          uuid not null
);
