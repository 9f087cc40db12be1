-- A certificate from before this platform, or of another one: with who tells so, and without a seat or a file of ours.
alter table certificate
  alter column enrolment_id drop not null,
  alter column course_id drop not null,
  alter column document drop not null,
  alter column sha256 drop not null,
  add column source text,
  -- The number on the paper that someone has of it.
  add column earlier_number text,
  add constraint certificate_ours_has_file check (source is not null or (document is not null and sha256 is not null
    -- The renewal of one from elsewhere has no seat either.
    and (enrolment_id is not null or replaces_id is not null))),
  add constraint certificate_from_elsewhere_has_none check (source is null
    or (enrolment_id is null and document is null and sha256 is null and pdf is null and replaces_id is null)),
  add constraint certificate_earlier_number_of_elsewhere check (earlier_number is null or source is not null);
-- One that replaced it, or was taken back, counts as well: reading a list again brings nothing back.
create unique index certificate_from_elsewhere_once
  on certificate (professional_id, coalesce(course_id::text, level), issued_on) where source is not null;
drop index certificate_without_file;
create index certificate_without_file on certificate (id) where pdf is null and source is null;
