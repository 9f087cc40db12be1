-- How the state's list of specific grants names the grant and its indicators; per region, filled in from that list.
create table annex_setting (
  region_id uuid primary key references region,
  annex jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null references account
);
-- The statement as it was when its year was closed: what the pages show, and the files. Rows are only added.
create table statement_version (
  region_id uuid not null references region,
  year integer not null,
  version integer not null constraint statement_version_counts check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references account,
  statement jsonb not null,
  csv bytea not null,
  xlsx bytea not null,
  pdf bytea not null,
  csv_sha256 text not null generated always as (encode(sha256(csv), 'hex')) stored,
  xlsx_sha256 text not null generated always as (encode(sha256(xlsx), 'hex')) stored,
  pdf_sha256 text not null generated always as (encode(sha256(pdf), 'hex')) stored,
  primary key (region_id, year, version),
  constraint statement_version_of_year foreign key (region_id, year) references accounting_year
);
create trigger statement_version_is_append_only before update or delete on statement_version
  for each row execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['annex_setting', 'statement_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_seen', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''finance'', ''system''))', t || '_of_finance', t);
  end loop;
end $$;
