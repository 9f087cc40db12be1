-- Until the end of this migration: the owner of the tables is held to row-level security too.
select set_config('app.role', 'system', true);

-- People of a municipality that is no member of the region can come where nobody of the region wants the seat.
alter table municipality add column is_member boolean not null default true;

-- A seat is held for a municipality, a function or an organisation.
alter table seat_quota
  drop constraint seat_quota_pkey,
  alter column municipality_id drop not null,
  add column id uuid not null default gen_random_uuid() constraint seat_quota_pkey primary key,
  add column function_id uuid references professional_function,
  add column organisation_id uuid references organisation,
  add constraint seat_quota_for_one check (num_nonnulls(municipality_id, function_id, organisation_id) = 1),
  add constraint seat_quota_once unique nulls not distinct (session_id, municipality_id, function_id, organisation_id);

alter table session
  -- The last local day on which people can enrol; without one they can until the first part begins.
  add column enrol_until date,
  -- The last local day on which a seat can be given up without giving a reason.
  add column cancel_until date,
  -- Whether the municipality still pays for a seat that is given up later than that.
  add column charges_late_cancellation boolean not null default true,
  -- For which organisation an in-company session is.
  add column organisation_id uuid references organisation;
create index session_course on session (course_id);

alter table enrolment
  add column cancel_reason text constraint enrolment_cancel_reason_length check (length(cancel_reason) between 1 and 300),
  add column still_charged boolean not null default false
    constraint enrolment_charged_when_cancelled check (status = 'cancelled' or not still_charged),
  -- Came in after the session had begun.
  add column walk_in boolean not null default false,
  -- Why a coordinator let someone in without the level that the course asks for.
  add column entry_override_reason text constraint enrolment_override_reason_length check (length(entry_override_reason) between 1 and 300),
  -- The enrolment in another session of the course that this one came instead of.
  add column transferred_from uuid references enrolment,
  -- The place in the waiting list at which someone came in.
  add column first_waiting_position integer constraint enrolment_first_position_positive check (first_waiting_position > 0),
  -- The course, where a person may be in one of its sessions at a time; null once the session is over.
  add column once_course_id uuid references course;
create unique index enrolment_once_per_course on enrolment (once_course_id, professional_id) where once_course_id is not null;

-- What the database writes down itself about a place, so that no way of giving out seats can forget.
create or replace function enrolment_takes_time() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.status, old.session_id, old.professional_id)
      is not distinct from (new.status, new.session_id, new.professional_id) then
    return new;
  end if;
  new.during := case when new.status = 'confirmed' then session_times(new.session_id) else '{}' end;
  new.once_course_id := case when new.status <> 'cancelled' then (
    select c.id from session s join course c on c.id = s.course_id
    where s.id = new.session_id and c.once_per_course and s.status not in ('closed', 'cancelled')) end;
  return new;
end $$;
create function session_over_frees_course() returns trigger language plpgsql as $$
begin
  update enrolment set once_course_id = null where session_id = new.id and once_course_id is not null;
  return null;
end $$;
create trigger session_over_frees_course after update of status on session
  for each row when (new.status in ('closed', 'cancelled')) execute function session_over_frees_course();

-- A training elsewhere, or experience, that a coordinator accepts in place of a certificate.
create table recognition (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  professional_id uuid not null references professional,
  level text not null constraint recognition_level_known check (level in ('awareness', 'basic', 'advanced', 'specialist')),
  basis text not null constraint recognition_basis_length check (length(basis) between 1 and 300),
  valid_until date,
  recorded_at timestamptz not null,
  recorded_by uuid not null references account
);
create index recognition_professional on recognition (professional_id);

-- Someone who is not in the register and takes a seat all the same.
create table session_guest (
  id uuid primary key,
  region_id uuid not null references region,
  session_id uuid not null references session,
  name text not null constraint session_guest_name_length check (length(name) between 1 and 200),
  organisation text not null constraint session_guest_organisation_length check (length(organisation) between 1 and 200),
  above_capacity boolean not null,
  added_at timestamptz not null
);
create index session_guest_session on session_guest (session_id);

do $$
declare t text;
begin
  foreach t in array array['recognition', 'session_guest'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy recognition_seen on recognition for select using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and professional_id = app_professional())
  ));
create policy recognition_write on recognition for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy session_guest_write on session_guest for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy session_guest_of_own_sessions on session_guest for select using (
  app_role() = 'trainer' and region_id = app_region() and session_trained_by(session_id, app_trainer()));

select set_config('app.role', '', true);
