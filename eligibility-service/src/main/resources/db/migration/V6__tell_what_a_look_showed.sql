-- Whether the data of the coverage were in the answer, which the verdict alone does not tell: an answer that is read
-- again leaves out what was suspended meanwhile. Unknown for looks from before.
alter table look add column coverage_shown boolean;
