create table provider (
  id uuid primary key,
  region_id uuid not null references region,
  name text not null,
  -- Whether the register of the CRKBO names it: then its short vocational training is exempt from VAT.
  crkbo boolean not null,
  source text not null,
  version integer not null default 1,
  constraint provider_of_region unique (region_id, id)
);
create unique index provider_name_unique on provider (region_id, lower(name));

-- Until the end of this migration: the owner of the tables is held to row-level security too.
select set_config('app.role', 'system', true);
insert into provider (id, region_id, name, crkbo, source)
  select gen_random_uuid(), region_id, min(provider), bool_and(vat_treatment = 'exempt'),
    'Overgenomen van de trainingen; kijk na in het register van het CRKBO'
  from course group by region_id, lower(provider);

alter table course
  add provider_id uuid,
  -- Who enrols needs a valid certificate of this level or higher.
  add entry_level text constraint course_entry_level_known check (entry_level in ('awareness', 'basic', 'advanced', 'specialist')),
  add approval text not null default 'none' constraint course_approval_known check (approval in ('none', 'contact')),
  add audience text not null default 'public' constraint course_audience_known check (audience in ('public', 'by-invitation', 'in-company')),
  -- Whom the course is meant for only, in words.
  add restricted_audience text,
  -- Whether a person may hold or await a place in one session of the course at a time.
  add once_per_course boolean not null default false,
  -- No new sessions are planned of a course that is not active.
  add is_active boolean not null default true,
  add version integer not null default 1,
  add constraint course_provider foreign key (region_id, provider_id) references provider (region_id, id);
update course set provider_id = p.id from provider p
  where p.region_id = course.region_id and lower(p.name) = lower(course.provider);
alter table course
  alter provider_id set not null,
  drop provider,
  drop vat_treatment;

alter table provider enable row level security;
alter table provider force row level security;
create policy provider_read on provider for select using (app_in_region(region_id));
create policy provider_write on provider for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
