-- Scans of sign-in sheets as they were signed: the proof behind the marks. Rows are only added.
create table signed_sheet (
  id uuid primary key,
  region_id uuid not null references region,
  session_id uuid not null references session,
  file_name text not null,
  media_type text not null
    constraint signed_sheet_type_known check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null,
  sha256 text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references account,
  -- The same scan twice proves no more than once.
  constraint signed_sheet_once unique (session_id, sha256)
);
alter table signed_sheet enable row level security;
alter table signed_sheet force row level security;
create policy signed_sheet_of_those_who_teach on signed_sheet using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system') or (app_role() = 'trainer' and session_trained_by(session_id, app_trainer()))));
