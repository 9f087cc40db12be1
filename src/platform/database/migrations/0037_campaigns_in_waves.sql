-- Until the end of this migration: the owner of the tables is held to row-level security too.
select set_config('app.role', 'system', true);

-- A campaign invites to one or more follow-up days, in waves, and remembers whom it looked for; an empty list means all.
alter table follow_up_campaign
  add column title text constraint follow_up_campaign_title_length check (length(title) between 1 and 120),
  add column course_ids uuid[] not null default '{}',
  add column levels text[] not null default '{}',
  add column municipality_ids uuid[] not null default '{}',
  add column function_ids uuid[] not null default '{}',
  add column organisation_ids uuid[] not null default '{}',
  -- So many working days after the invitation who did not answer gets a reminder; null for none.
  add column remind_days integer constraint follow_up_campaign_remind_days check (remind_days between 1 and 60),
  add column launched_by uuid references account,
  -- No further invitations and reminders go from then on.
  add column stopped_at timestamptz;
update follow_up_campaign k set title = left(c.title, 120) from session s join course c on c.id = s.course_id where s.id = k.session_id;
alter table follow_up_campaign alter column title set not null;
create index follow_up_campaign_region on follow_up_campaign (region_id, launched_at);

create table follow_up_day (
  campaign_id uuid not null references follow_up_campaign,
  session_id uuid not null references session,
  primary key (campaign_id, session_id)
);
create index follow_up_day_session on follow_up_day (session_id);
insert into follow_up_day select id, session_id from follow_up_campaign;

create table follow_up_wave (
  campaign_id uuid not null references follow_up_campaign,
  ordinal integer not null constraint follow_up_wave_ordinal check (ordinal > 0),
  due_at timestamptz not null,
  primary key (campaign_id, ordinal)
);
insert into follow_up_wave (campaign_id, ordinal, due_at) select id, 1, launched_at from follow_up_campaign;

alter table follow_up_invitation
  add column region_id uuid references region,
  -- Null for whom there is no turn before the last day.
  add column wave integer,
  -- What someone answered who will not come; who will come has an enrolment.
  add column answer text constraint follow_up_invitation_answer_known check (answer in ('unavailable', 'declined', 'left')),
  add column answered_at timestamptz,
  add column remind_at timestamptz,
  add column reminded_at timestamptz,
  -- The one who left, instead of whom this person is invited.
  add column instead_of uuid references professional,
  alter column invited_at drop not null;
update follow_up_invitation i set wave = 1, region_id = k.region_id,
  -- The moment at which the mail was written: what was not written yet is still to go.
  invited_at = (select min(m.created_at) from message m where m.key = 'follow-up.invited:' || i.campaign_id || ':' || i.professional_id)
from follow_up_campaign k where k.id = i.campaign_id;
alter table follow_up_invitation
  alter column region_id set not null,
  add constraint follow_up_invitation_in_wave foreign key (campaign_id, wave) references follow_up_wave,
  add constraint follow_up_invitation_answer_has_time check ((answer is null) = (answered_at is null)),
  add constraint follow_up_invitation_reminds_who_was_invited check (invited_at is not null or num_nonnulls(remind_at, reminded_at) = 0);
create unique index follow_up_invitation_one_successor on follow_up_invitation (campaign_id, instead_of) where instead_of is not null;
create index follow_up_invitation_wave on follow_up_invitation (campaign_id, wave) where invited_at is null;
create index follow_up_invitation_professional on follow_up_invitation (professional_id);
create index follow_up_invitation_municipality on follow_up_invitation (municipality_id, campaign_id);
create index follow_up_invitation_remind on follow_up_invitation (remind_at) where remind_at is not null and reminded_at is null;

-- The link in a mail, with which someone answers without signing in; each mail has one of its own.
create table follow_up_link (
  token_hash text primary key,
  campaign_id uuid not null,
  professional_id uuid not null,
  created_at timestamptz not null,
  constraint follow_up_link_of_invitation foreign key (campaign_id, professional_id) references follow_up_invitation
);

drop policy follow_up_campaign_seen on follow_up_campaign;
drop policy follow_up_invitation_seen on follow_up_invitation;
alter table follow_up_campaign drop column session_id;
do $$
declare t text;
begin
  foreach t in array array['follow_up_day', 'follow_up_wave', 'follow_up_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy follow_up_invitation_write on follow_up_invitation using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system') or (app_role() = 'contact' and municipality_id = app_municipality())));
create policy follow_up_campaign_write on follow_up_campaign using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy follow_up_campaign_of_own_people on follow_up_campaign for select using (
  app_role() = 'contact' and exists (select from follow_up_invitation i where i.campaign_id = id));
create policy follow_up_day_write on follow_up_day using (
  app_role() in ('coordinator', 'system') and exists (select from follow_up_campaign k where k.id = campaign_id));
create policy follow_up_day_seen on follow_up_day for select using (
  app_role() = 'contact' and exists (select from follow_up_campaign k where k.id = campaign_id));
create policy follow_up_wave_write on follow_up_wave using (
  app_role() in ('coordinator', 'system') and exists (select from follow_up_campaign k where k.id = campaign_id));
create policy follow_up_wave_seen on follow_up_wave for select using (
  app_role() = 'contact' and exists (select from follow_up_campaign k where k.id = campaign_id));
create policy follow_up_link_system on follow_up_link using (app_is_system());

select set_config('app.role', '', true);
