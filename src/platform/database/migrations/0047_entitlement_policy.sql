-- What a course asks for its certificate beside a share of the parts: parts by their number in a session, and a
-- follow-up day that is attended first.
alter table course
  add column mandatory_parts integer[] not null default '{}'
    constraint course_mandatory_parts_shape check (1 <= all (mandatory_parts) and 20 >= all (mandatory_parts)),
  add column requires_follow_up boolean not null default false;

-- The same as it was when the session was closed: a change of the course holds for what is closed after it, so that
-- a correction or a late job never decides by other rules than those under which people came.
alter table session
  add column required_attendance_percentage integer,
  add column mandatory_parts integer[],
  add column requires_follow_up boolean;
update session s set required_attendance_percentage = c.required_attendance_percentage,
    mandatory_parts = c.mandatory_parts, requires_follow_up = c.requires_follow_up
  from course c where c.id = s.course_id and s.status = 'closed';
alter table session add constraint session_closed_keeps_policy check (status <> 'closed'
  or (required_attendance_percentage is not null and mandatory_parts is not null and requires_follow_up is not null));

create function session_closing_keeps_policy() returns trigger language plpgsql as $$
begin
  select c.required_attendance_percentage, c.mandatory_parts, c.requires_follow_up
    into new.required_attendance_percentage, new.mandatory_parts, new.requires_follow_up
    from course c where c.id = new.course_id;
  return new;
end $$;
create trigger session_closing_keeps_policy before update of status on session
  for each row when (new.status = 'closed' and old.status <> 'closed') execute function session_closing_keeps_policy();
create trigger session_closed_keeps_policy before insert on session
  for each row when (new.status = 'closed') execute function session_closing_keeps_policy();

-- Who attended enough of a session that asks for a follow-up day as well, and has not attended one yet.
create table certificate_wait (
  enrolment_id uuid constraint certificate_wait_once_per_enrolment primary key references enrolment,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  professional_id uuid not null references professional,
  course_id uuid not null references course,
  level text not null,
  -- The local date on which this was decided.
  since date not null
);
create index certificate_wait_professional on certificate_wait (professional_id);
create index certificate_wait_region on certificate_wait (region_id, since);
alter table certificate_wait enable row level security;
alter table certificate_wait force row level security;
create policy certificate_wait_seen on certificate_wait for select using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and professional_id = app_professional())
  ));
create policy certificate_wait_write on certificate_wait for all using (app_role() = 'system');
