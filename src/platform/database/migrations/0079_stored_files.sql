-- Files outside the database: each one that was begun, so that what no row came to speak of is found again. Its key in
-- the storage is 'region_id/id'; the row that speaks of it has the same id.
create table stored_file (
  id uuid primary key,
  region_id uuid not null references region,
  begun_at timestamptz not null,
  constraint stored_file_of_region unique (id, region_id)
);
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy stored_file_seen on stored_file for select
  using ((select app_is_system()) or region_id = (select app_region()));
create policy stored_file_begun on stored_file for insert
  with check ((select app_is_system()) or region_id = (select app_region()));
create policy stored_file_forgotten on stored_file for delete using ((select app_is_system()));

-- Filled by src/platform/database/moved-files.ts, which first brought the bytes of every row to the storage.
insert into stored_file (id, region_id, begun_at) select id, region_id, now() from moved_file;

alter table decision_document disable trigger decision_document_is_append_only;
alter table decision_document add column size integer;
update decision_document set size = octet_length(content);
alter table decision_document enable trigger decision_document_is_append_only;
alter table decision_document
  alter column size set not null,
  add constraint decision_document_size_positive check (size > 0),
  add constraint decision_document_stored foreign key (id, region_id) references stored_file (id, region_id),
  drop column content;

create view abandoned_file with (security_invoker = true) as
  select f.id, f.region_id, f.begun_at from stored_file f
  where not exists (select from decision_document d where d.id = f.id);
