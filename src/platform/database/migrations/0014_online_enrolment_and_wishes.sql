-- What a session asks of those who enrol, beside their coming.
alter table session
  add column asks_dietary boolean not null default false,
  add column asks_accessibility boolean not null default false;

-- How many days after the end of a session the wishes for it are kept.
alter table region add column wishes_kept_days integer not null default 7
  constraint region_wishes_kept_days_shape check (wishes_kept_days between 0 and 90);

-- Apart from the enrolment, because it tells of someone's health: fewer people may see it, and it goes sooner.
create table enrolment_wish (
  enrolment_id uuid primary key references enrolment on delete cascade,
  dietary text constraint enrolment_wish_dietary_short check (length(dietary) between 1 and 300),
  accessibility text constraint enrolment_wish_accessibility_short check (length(accessibility) between 1 and 300),
  constraint enrolment_wish_not_empty check (num_nonnulls(dietary, accessibility) > 0)
);
alter table enrolment_wish enable row level security;
alter table enrolment_wish force row level security;
create policy enrolment_wish_system on enrolment_wish using (app_is_system());
create policy enrolment_wish_own on enrolment_wish using (
  app_role() = 'professional' and exists (
    select from enrolment e where e.id = enrolment_id and e.professional_id = app_professional()));
-- Which enrolments these two may see, the policies of the enrolment say.
create policy enrolment_wish_organised on enrolment_wish for select using (
  app_role() in ('coordinator', 'trainer') and exists (select from enrolment e where e.id = enrolment_id));

-- The database does this itself, so that no way of ending an enrolment can forget.
create function enrolment_end_forgets_wishes() returns trigger language plpgsql as $$
begin
  delete from enrolment_wish where enrolment_id = new.id;
  return null;
end $$;
create trigger enrolment_end_forgets_wishes after update of status on enrolment
  for each row when (new.status = 'cancelled' and old.status <> 'cancelled') execute function enrolment_end_forgets_wishes();

-- A link in a mail with which someone enrols in one session without having signed in.
create table enrolment_link (
  id uuid primary key,
  session_id uuid not null references session,
  email text not null constraint enrolment_link_email_lower check (email = lower(email)),
  token_hash text not null constraint enrolment_link_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index enrolment_link_email on enrolment_link (email, created_at);
alter table enrolment_link enable row level security;
alter table enrolment_link force row level security;
create policy enrolment_link_system on enrolment_link using (app_is_system());
