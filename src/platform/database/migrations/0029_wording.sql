-- What a region, or a municipality for its own people, says in a mail instead of the standard text. What was said
-- before stays: a mail names the versions that it was written with.
create table wording (
  id uuid primary key,
  region_id uuid not null references region,
  -- Null for what holds in all of the region.
  municipality_id uuid references municipality,
  kind text not null,
  locale text not null constraint wording_locale_known check (locale in ('nl', 'en')),
  version integer not null constraint wording_version_positive check (version > 0),
  -- Null where the text is no one's own.
  subject text constraint wording_subject_shape check (length(subject) between 1 and 150),
  opening text constraint wording_opening_shape check (length(opening) between 1 and 2000),
  practical text constraint wording_practical_shape check (length(practical) <= 2000),
  closing text constraint wording_closing_shape check (length(closing) <= 2000),
  written_at timestamptz not null,
  constraint wording_version_once unique nulls not distinct (region_id, kind, locale, municipality_id, version)
);
alter table wording enable row level security;
alter table wording force row level security;
create policy wording_seen on wording for select using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and (municipality_id is null or municipality_id = app_municipality()))
  ));
create policy wording_written on wording for insert with check (
  region_id = app_region() and (
    (app_role() = 'coordinator' and municipality_id is null)
    or (app_role() = 'contact' and municipality_id = app_municipality())
  ));

alter table message
  add region_wording_version integer,
  add municipality_wording_version integer;
