-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

alter table trainer add column version integer not null default 1;
-- The courses that a trainer can give; a trainer without any can give all of them.
create table trainer_skill (
  trainer_id uuid not null references trainer,
  course_id uuid not null references course,
  primary key (trainer_id, course_id)
);
create index trainer_skill_course on trainer_skill (course_id);
-- When a trainer works in the week, in local time; a trainer without any works at all times.
create table trainer_hours (
  trainer_id uuid not null references trainer,
  weekday integer not null constraint trainer_hours_weekday_iso check (weekday between 1 and 7),
  start_time time not null,
  end_time time not null,
  primary key (trainer_id, weekday),
  constraint trainer_hours_end_after_start check (end_time > start_time)
);
-- From a local date and time until another; without a time the whole day.
create table trainer_absence (
  id uuid primary key,
  region_id uuid not null references region,
  trainer_id uuid not null references trainer,
  first_date date not null,
  start_time time,
  last_date date not null,
  end_time time,
  during tstzrange not null constraint trainer_absence_lasts check (not isempty(during))
);
create index trainer_absence_during on trainer_absence using gist (trainer_id, during);

alter table venue add column version integer not null default 1;
alter table room add column version integer not null default 1;

-- How long before the first day it is decided whether a session goes ahead, and on which local date that is.
alter table course add column decide_days integer not null default 14
  constraint course_decide_days_shape check (decide_days between 0 and 365);
alter table session add column decide_on date;
update session s set decide_on = p.first_date - 14
from (select session_id, min(local_date) first_date from session_part group by session_id) p where p.session_id = s.id;
alter table session alter column decide_on set not null;

alter table calendar_feed add column room_id uuid references room;
alter table calendar_feed drop constraint calendar_feed_about_one;
alter table calendar_feed add constraint calendar_feed_about_one
  check (num_nonnulls(professional_id, trainer_id, municipality_id, room_id) = 1);

do $$
declare t text;
begin
  foreach t in array array['trainer_skill', 'trainer_hours', 'trainer_absence'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['trainer_skill', 'trainer_hours', 'trainer_absence'] loop
    execute format('create policy %I on %I using (app_role() in (''coordinator'', ''system'') and exists (
      select from trainer t where t.id = trainer_id))', t || '_planned', t);
  end loop;
  -- When trainers are away is for who plans with them, and themselves.
  foreach t in array array['trainer_hours', 'trainer_absence'] loop
    execute format('create policy %I on %I using (app_role() = ''trainer'' and trainer_id = app_trainer())', t || '_own', t);
  end loop;
end $$;
create policy trainer_skill_own on trainer_skill for select using (app_role() = 'trainer' and trainer_id = app_trainer());
-- A trainer's row is locked and gets its next version when its hours or absences change, also by the trainer.
create policy trainer_own on trainer for update using (app_role() = 'trainer' and id = app_trainer());

-- A trainer is not away and in a session at once. Whoever writes either takes the trainer's row first, so that two who
-- write at the same moment see each other.
create function trainer_is_here() returns trigger language plpgsql as $$
begin
  perform from trainer where id = new.trainer_id for no key update;
  if exists (select from trainer_absence a where a.trainer_id = new.trainer_id and a.during && new.during) then
    raise exception using errcode = 'exclusion_violation', constraint = 'trainer_not_away_when_booked',
      message = 'The trainer is away at that time.';
  end if;
  return new;
end $$;
create trigger trainer_is_here before insert or update on session_part_trainer
  for each row execute function trainer_is_here();

create function trainer_is_free() returns trigger language plpgsql as $$
begin
  perform from trainer where id = new.trainer_id for no key update;
  if exists (select from session_part_trainer b where b.trainer_id = new.trainer_id and b.during && new.during) then
    raise exception using errcode = 'exclusion_violation', constraint = 'trainer_not_away_when_booked',
      message = 'The trainer is booked at that time.';
  end if;
  return new;
end $$;
create trigger trainer_is_free before insert or update on trainer_absence
  for each row execute function trainer_is_free();

select set_config('app.role', '', true);
