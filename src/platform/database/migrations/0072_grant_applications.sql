-- A line is paid from the grant, or is what municipalities put in themselves, as they promised.
alter table grant_line
  add paid_by text not null default 'grant',
  add constraint grant_line_paid_by_known check (paid_by in ('grant', 'own')),
  add constraint grant_line_of_level_by_grant check (course_level is null or paid_by = 'grant');

create function grant_line_payer_stays() returns trigger language plpgsql as $$
begin
  if exists (select from grant_line_budget where grant_line_id = new.id) then
    raise exception 'who pays a line is decided with its budget' using errcode = '23514', constraint = 'changed_by_decision_only',
      detail = new.title;
  end if;
  return new;
end $$;
create trigger grant_line_payer_stays before update of paid_by on grant_line
  for each row when (old.paid_by is distinct from new.paid_by) execute function grant_line_payer_stays();

-- What a region asks of the state, and what became of it.
create table grant_application (
  id uuid primary key,
  region_id uuid not null references region,
  -- By which the applicant knows it.
  reference text not null,
  title text not null,
  lead_municipality_id uuid not null references municipality,
  first_year integer not null constraint grant_application_first_year check (first_year between 2000 and 2100),
  last_year integer not null,
  version integer not null constraint grant_application_version_counts check (version > 0),
  submitted_on date,
  refused_on date,
  grant_id uuid constraint grant_application_awarded_once unique references grant_award,
  constraint grant_application_last_year check (last_year between first_year and 2100),
  constraint grant_application_decided_after_submission
    check (num_nonnulls(refused_on, grant_id) <= case when submitted_on is null then 0 else 1 end)
);
create unique index grant_application_reference_unique on grant_application (region_id, lower(reference));

-- Trainings of a course at a price each, or an amount for something else; in one year.
create table application_line (
  id uuid primary key,
  application_id uuid not null references grant_application on delete cascade,
  region_id uuid not null references region,
  year integer not null,
  title text not null,
  course_id uuid references course,
  price_cents bigint constraint application_line_price_positive check (price_cents > 0),
  paid_by text not null constraint application_line_paid_by_known check (paid_by in ('grant', 'own')),
  is_demo boolean not null,
  constraint application_line_course_has_price check (num_nonnulls(course_id, price_cents) in (0, 2)),
  constraint application_line_course_by_grant check (course_id is null or paid_by = 'grant')
);
create unique index application_line_course_once on application_line (application_id, year, course_id);
create unique index application_line_title_once on application_line (application_id, year, lower(title)) where course_id is null;

-- What a line asks for one municipality: so many trainings, or an amount.
create table application_share (
  line_id uuid not null references application_line on delete cascade,
  municipality_id uuid not null references municipality,
  region_id uuid not null references region,
  trainings integer constraint application_share_trainings_positive check (trainings > 0),
  amount_cents bigint not null constraint application_share_amount_positive check (amount_cents > 0),
  is_demo boolean not null,
  primary key (line_id, municipality_id)
);

-- What was submitted stays as it was submitted.
create function application_stays_as_submitted() returns trigger language plpgsql as $$
declare
  application uuid;
begin
  if tg_table_name = 'grant_application' then
    if old.submitted_on is not null and (tg_op = 'DELETE' or old.refused_on is not null or old.grant_id is not null
        or (new.region_id, new.reference, new.title, new.lead_municipality_id, new.first_year, new.last_year, new.submitted_on)
          is distinct from (old.region_id, old.reference, old.title, old.lead_municipality_id, old.first_year, old.last_year, old.submitted_on)) then
      raise exception using errcode = 'check_violation', constraint = 'application_stays_as_submitted',
        message = 'What was submitted stays as it was.';
    end if;
    return coalesce(new, old);
  end if;
  if tg_table_name = 'application_line' then
    application := coalesce(new.application_id, old.application_id);
  else
    select application_id into application from application_line where id = coalesce(new.line_id, old.line_id);
  end if;
  if exists (select from grant_application where id = application and submitted_on is not null) then
    raise exception using errcode = 'check_violation', constraint = 'application_stays_as_submitted',
      message = 'What was submitted stays as it was.';
  end if;
  return coalesce(new, old);
end $$;
create trigger grant_application_stays before update or delete on grant_application
  for each row execute function application_stays_as_submitted();
create trigger application_line_stays before insert or update or delete on application_line
  for each row execute function application_stays_as_submitted();
create trigger application_share_stays before insert or update or delete on application_share
  for each row execute function application_stays_as_submitted();

-- An amount is that of the trainings, and a line is of a year of its application.
create function application_adds_up() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'application_line' then
    if not exists (select from grant_application where id = new.application_id and new.year between first_year and last_year) then
      raise exception using errcode = 'check_violation', constraint = 'application_year', message = 'The application is not for this year.';
    end if;
  elsif not exists (select from application_line l where l.id = new.line_id
      and case when l.course_id is null then new.trainings is null else new.amount_cents = new.trainings * l.price_cents end) then
    raise exception using errcode = 'check_violation', constraint = 'application_adds_up', message = 'The amount is that of the trainings.';
  end if;
  return null;
end $$;
create constraint trigger application_line_of_year after insert or update on application_line deferrable initially deferred
  for each row execute function application_adds_up();
create constraint trigger application_share_adds_up after insert or update on application_share deferrable initially deferred
  for each row execute function application_adds_up();

do $$
declare t text;
begin
  foreach t in array array['grant_application', 'application_line', 'application_share'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_confidential', t);
  end loop;
end $$;

-- The first decision on a grant that was applied for awards it.
alter table grant_decision
  drop constraint grant_decision_kind_known,
  add constraint grant_decision_kind_known check (kind in ('award', 'amendment', 'shift')),
  drop constraint grant_decision_award_by_amendment,
  add constraint grant_decision_award_by_amendment check ((kind = 'shift') = (award_change_cents = 0));
create unique index grant_decision_awarded_once on grant_decision (grant_id) where kind = 'award';
