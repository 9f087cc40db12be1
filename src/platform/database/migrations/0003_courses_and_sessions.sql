create table course (
  id uuid primary key,
  region_id uuid not null references region,
  code text not null,
  title text not null,
  level text not null constraint course_level_known check (level in ('awareness', 'basic', 'advanced', 'specialist', 'follow-up', 'meeting')),
  day_parts integer not null constraint course_day_parts_positive check (day_parts between 1 and 20),
  min_participants integer not null constraint course_min_positive check (min_participants >= 1),
  max_participants integer not null,
  validity_months integer constraint course_validity_positive check (validity_months > 0),
  provider text not null,
  vat_treatment text not null constraint course_vat_known check (vat_treatment in ('exempt', 'standard-21')),
  required_attendance_percentage integer not null default 100 constraint course_attendance_share check (required_attendance_percentage between 1 and 100),
  -- Whether the numbers above (participants, validity) are invented for the example.
  is_demo boolean not null default false,
  source text not null,
  constraint course_code_unique unique (region_id, code),
  constraint course_max_at_least_min check (max_participants >= min_participants)
);
create table course_function (
  course_id uuid not null references course,
  function_id uuid not null references professional_function,
  primary key (course_id, function_id)
);
-- Apart from the course, because prices are confidential and the row-level rules differ.
create table course_price (
  course_id uuid primary key references course,
  region_id uuid not null references region,
  price_cents bigint not null constraint course_price_not_negative check (price_cents >= 0),
  is_demo boolean not null,
  source text not null
);

create table venue (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  name text not null,
  address text not null,
  capacity integer not null constraint venue_capacity_positive check (capacity > 0),
  accessibility text not null,
  constraint venue_name_unique unique (municipality_id, name)
);

create table session (
  id uuid primary key,
  region_id uuid not null references region,
  course_id uuid not null references course,
  payer_municipality_id uuid not null references municipality,
  status text not null constraint session_status_known check (status in ('draft', 'open', 'confirmed', 'closed', 'cancelled')),
  capacity integer not null constraint session_capacity_positive check (capacity between 1 and 1000),
  minimum integer not null,
  release_on date not null,
  seats_taken integer not null default 0,
  waiting_count integer not null default 0 constraint session_waiting_not_negative check (waiting_count >= 0),
  last_waiting_number integer not null default 0,
  calendar_sequence integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint session_never_over_capacity check (seats_taken between 0 and capacity),
  constraint session_minimum_within_capacity check (minimum between 1 and capacity)
);
create index session_region on session (region_id, status);

create table session_part (
  id uuid primary key,
  session_id uuid not null references session,
  ordinal integer not null,
  local_date date not null,
  start_time time not null,
  end_time time not null,
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  venue_id uuid not null references venue,
  constraint session_part_ordinal_unique unique (session_id, ordinal),
  constraint session_part_ends_after_start check (ends_at > starts_at)
);
create index session_part_starts on session_part (starts_at);

create table session_part_trainer (
  part_id uuid not null references session_part on delete cascade,
  trainer_id uuid not null references trainer,
  during tstzrange not null,
  primary key (part_id, trainer_id),
  constraint trainer_in_one_place_at_a_time exclude using gist (trainer_id with =, during with &&)
);

create table seat_quota (
  session_id uuid not null references session,
  municipality_id uuid not null references municipality,
  seats integer not null constraint seat_quota_positive check (seats > 0),
  primary key (session_id, municipality_id)
);

-- What a session will cost, apart from the session for the same reason as course_price.
create table session_price (
  session_id uuid primary key references session,
  region_id uuid not null references region,
  price_cents bigint not null constraint session_price_not_negative check (price_cents >= 0),
  is_demo boolean not null
);

create function session_trained_by(session uuid, trainer uuid) returns boolean language sql stable
  begin atomic
    select exists (
      select from session_part p join session_part_trainer t on t.part_id = p.id
      where p.session_id = session and t.trainer_id = trainer);
  end;

do $$
declare t text;
begin
  foreach t in array array['course', 'course_function', 'course_price', 'venue', 'session', 'session_part', 'session_part_trainer', 'seat_quota', 'session_price'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['course', 'venue', 'session'] loop
    execute format('create policy %I on %I for select using (app_in_region(region_id))', t || '_read', t);
    execute format('create policy %I on %I for all using (app_in_region(region_id) and app_role() in (''coordinator'', ''system''))', t || '_write', t);
  end loop;
  foreach t in array array['session_part', 'seat_quota'] loop
    execute format('create policy %I on %I for select using (exists (select from session s where s.id = session_id))', t || '_read', t);
    execute format('create policy %I on %I for all using (app_role() in (''coordinator'', ''system'') and exists (select from session s where s.id = session_id))', t || '_write', t);
  end loop;
  foreach t in array array['course_price', 'session_price'] loop
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_confidential', t);
  end loop;
end $$;
create policy course_function_read on course_function for select using (exists (select from course c where c.id = course_id));
create policy course_function_write on course_function for all using (
  app_role() in ('coordinator', 'system') and exists (select from course c where c.id = course_id));
create policy session_part_trainer_read on session_part_trainer for select using (exists (select from session_part p where p.id = part_id));
create policy session_part_trainer_write on session_part_trainer for all using (
  app_role() in ('coordinator', 'system') and exists (select from session_part p where p.id = part_id));

create policy professional_seen on professional using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and id = app_professional())
  ));
