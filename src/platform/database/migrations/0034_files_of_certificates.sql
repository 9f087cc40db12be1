-- The file itself is kept: another release, Node or font may write other bytes for the same words. Null for what was
-- issued before and is still to be made, as it always was.
alter table certificate add column pdf bytea;
-- A PDF is packed already.
alter table certificate alter column pdf set storage external;
create index certificate_without_file on certificate (id) where pdf is null;
