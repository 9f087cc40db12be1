-- Which level a municipality asks of its people, per function. The version goes up with every change, so that of two
-- people who fill it in at once the second sees what the first did.
create table curriculum (
  municipality_id uuid primary key,
  region_id uuid not null references region,
  version integer not null constraint curriculum_version_counts check (version >= 0),
  constraint curriculum_of_municipality foreign key (region_id, municipality_id) references municipality (region_id, id)
);
create table curriculum_requirement (
  municipality_id uuid not null references curriculum,
  function_id uuid not null references professional_function,
  region_id uuid not null references region,
  level text not null
    constraint curriculum_requirement_level_known check (level in ('awareness', 'basic', 'advanced', 'specialist')),
  -- Who advises it; null where the municipality chose it itself.
  source text,
  primary key (municipality_id, function_id)
);
create index curriculum_requirement_function on curriculum_requirement (function_id);

-- That someone was asked to take a training that the curriculum asks for; to which sessions, session_invitation tells.
create table curriculum_invitation (
  professional_id uuid not null references professional,
  invited_at timestamptz not null,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  level text not null,
  invited_by uuid not null references account,
  mailed_at timestamptz,
  primary key (professional_id, invited_at)
);
create index curriculum_invitation_to_mail on curriculum_invitation (region_id) where mailed_at is null;
create index curriculum_invitation_municipality on curriculum_invitation (municipality_id);

do $$
declare t text;
begin
  foreach t in array array['curriculum', 'curriculum_requirement', 'curriculum_invitation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['curriculum', 'curriculum_requirement'] loop
    execute format('create policy %I on %I using (app_in_region(region_id) and (app_role() in (''coordinator'', ''system'')
      or (app_role() = ''contact'' and municipality_id = app_municipality())))', t || '_kept', t);
  end loop;
end $$;
create policy curriculum_invitation_write on curriculum_invitation using (app_is_system());
create policy curriculum_invitation_seen on curriculum_invitation for select using (
  app_in_region(region_id) and (app_role() = 'coordinator'
    or (app_role() = 'contact' and municipality_id = app_municipality())));

-- Whoever comes to work in a municipality takes along what was earned elsewhere: its contact must see it, or would call
-- someone untrained who is not.
create policy certificate_of_own_people on certificate for select using (
  app_role() = 'contact' and region_id = app_region()
  and professional_id in (select p.id from professional p where p.municipality_id = app_municipality()));
create policy recognition_of_own_people on recognition for select using (
  app_role() = 'contact' and region_id = app_region()
  and professional_id in (select p.id from professional p where p.municipality_id = app_municipality()));
