-- What the coordinator writes in a chapter of a council report: of the region (no municipality), or of one municipality.
-- The version goes up with every change, so that of two people who write at once the second sees what the first did.
create table council_report_text (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid,
  half_year text not null constraint council_report_text_half_year_shape check (half_year ~ '^20\d\d-[12]$'),
  chapter text not null constraint council_report_text_chapter_known
    check (chapter in ('reach', 'trainings', 'coverage', 'follow-up', 'effect', 'spend')),
  text text not null constraint council_report_text_length check (length(text) <= 3000),
  version integer not null constraint council_report_text_version_counts check (version > 0),
  changed_at timestamptz not null,
  changed_by uuid not null references account,
  constraint council_report_text_once unique nulls not distinct (region_id, half_year, municipality_id, chapter),
  constraint council_report_text_of_municipality foreign key (region_id, municipality_id) references municipality (region_id, id)
);
create index council_report_text_municipality on council_report_text (municipality_id);

-- The report as it was when it was made final: what the page shows, and the file. Rows are only added.
create table council_report_version (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid,
  half_year text not null constraint council_report_version_half_year_shape check (half_year ~ '^20\d\d-[12]$'),
  version integer not null constraint council_report_version_counts check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references account,
  report jsonb not null,
  pdf bytea not null,
  pdf_sha256 text not null generated always as (encode(sha256(pdf), 'hex')) stored,
  constraint council_report_version_once unique nulls not distinct (region_id, half_year, municipality_id, version),
  constraint council_report_version_of_municipality foreign key (region_id, municipality_id) references municipality (region_id, id)
);
create index council_report_version_municipality on council_report_version (municipality_id);
create trigger council_report_version_is_append_only before update or delete on council_report_version
  for each row execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['council_report_text', 'council_report_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''coordinator'', ''system''))', t || '_kept', t);
    execute format('create policy %I on %I for select using (app_in_region(region_id) and (app_role() = ''finance''
      or (app_role() = ''contact'' and municipality_id = app_municipality())))', t || '_read', t);
  end loop;
end $$;
