create table region (
  id uuid primary key,
  name text not null constraint region_name_unique unique,
  lead_municipality_id uuid,
  is_demo boolean not null default false
);
create table municipality (
  id uuid primary key,
  region_id uuid not null references region,
  cbs_code text not null constraint municipality_cbs_code_unique unique constraint municipality_cbs_code_shape check (cbs_code ~ '^GM[0-9]{4}$'),
  name text not null,
  constraint municipality_of_region unique (region_id, id)
);
alter table region add constraint region_lead_municipality foreign key (id, lead_municipality_id) references municipality (region_id, id);

create table professional_function (
  id uuid primary key,
  region_id uuid not null references region,
  code text not null,
  name_nl text not null,
  name_en text not null,
  constraint professional_function_code_unique unique (region_id, code)
);
create table organisation (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  name text not null,
  email_domain text,
  contact_name text not null,
  contact_email text not null,
  review_on date not null,
  constraint organisation_name_unique unique (municipality_id, name)
);
create table professional (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  organisation_id uuid not null references organisation,
  function_id uuid not null references professional_function,
  name text not null,
  email text not null constraint professional_email_lower check (email = lower(email)),
  constraint professional_email_unique unique (region_id, email)
);
create index professional_municipality on professional (municipality_id, id);
create table trainer (
  id uuid primary key,
  region_id uuid not null references region,
  name text not null,
  email text not null constraint trainer_email_lower check (email = lower(email)),
  provider text not null,
  constraint trainer_email_unique unique (region_id, email)
);

create table account (
  id uuid primary key,
  region_id uuid not null references region,
  role text not null constraint account_role_known check (role in ('coordinator', 'contact', 'trainer', 'professional', 'finance', 'administrator')),
  name text not null,
  email text not null constraint account_email_lower check (email = lower(email)),
  locale text not null default 'nl' constraint account_locale_known check (locale in ('nl', 'en')),
  municipality_id uuid references municipality,
  professional_id uuid references professional,
  trainer_id uuid references trainer,
  closed_at timestamptz,
  constraint account_email_unique unique (email),
  constraint account_contact_has_municipality check (role <> 'contact' or municipality_id is not null),
  constraint account_professional_is_known check (role <> 'professional' or professional_id is not null),
  constraint account_trainer_is_known check (role <> 'trainer' or trainer_id is not null)
);
create index account_professional on account (professional_id);
create table sign_in_link (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash text not null constraint sign_in_link_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table sign_in (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash text not null constraint sign_in_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create table api_key (
  id uuid primary key,
  region_id uuid not null references region,
  account_id uuid not null references account,
  name text not null,
  token_hash text not null constraint api_key_token_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table message (
  id uuid primary key,
  region_id uuid not null references region,
  municipality_id uuid references municipality,
  professional_id uuid references professional,
  session_id uuid,
  key text not null constraint message_key_unique unique,
  reason text not null,
  template text not null,
  locale text not null,
  to_name text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  holds_secret boolean not null,
  calendar_method text constraint message_calendar_method_known check (calendar_method in ('REQUEST', 'CANCEL')),
  calendar_file text,
  status text not null constraint message_status_known check (status in ('queued', 'sending', 'sent', 'failed', 'withdrawn')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_at timestamptz,
  provider_answer text,
  sent_at timestamptz,
  created_at timestamptz not null,
  constraint message_calendar_complete check ((calendar_method is null) = (calendar_file is null)),
  constraint message_sent_has_time check ((status = 'sent') = (sent_at is not null))
);
create index message_due on message (next_attempt_at) where status in ('queued', 'sending');
create index message_session on message (session_id);
create index message_professional on message (professional_id);

create function message_sent_is_final() returns trigger language plpgsql as $$
begin
  if old.status in ('sent', 'withdrawn') and new.status <> old.status then
    raise exception 'message % is % for good', old.id, old.status using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger message_sent_is_final before update on message for each row execute function message_sent_is_final();

do $$
declare t text;
begin
  foreach t in array array['region', 'municipality', 'professional_function', 'organisation', 'professional', 'trainer', 'account', 'sign_in_link', 'sign_in', 'api_key', 'message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy region_read on region for select using (app_in_region(id));
create policy region_write on region for all using (app_is_system()) with check (app_is_system());
create policy municipality_read on municipality for select using (app_in_region(region_id));
create policy municipality_write on municipality for all using (app_in_region(region_id) and app_role() in ('coordinator', 'administrator', 'system'));
create policy professional_function_read on professional_function for select using (app_in_region(region_id));
create policy professional_function_write on professional_function for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy organisation_seen on organisation using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and id = (select p.organisation_id from professional p where p.id = app_professional()))
  ));
create policy trainer_read on trainer for select using (app_in_region(region_id));
create policy trainer_write on trainer for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy account_seen on account using (
  app_is_system() or (region_id = app_region() and (app_role() = 'administrator' or id = app_account())));
-- Registering people opens their accounts; nobody but the administrator opens the other roles.
create policy account_opened on account for insert with check (
  app_in_region(region_id) and app_role() in ('administrator', 'system'));
create policy account_of_people on account using (
  region_id = app_region() and (
    (app_role() = 'coordinator' and role in ('professional', 'trainer'))
    or (app_role() = 'contact' and role = 'professional' and municipality_id = app_municipality())
  ));
create policy sign_in_link_system on sign_in_link using (app_is_system());
create policy sign_in_system on sign_in using (app_is_system());
create policy api_key_seen on api_key using (app_is_system() or (region_id = app_region() and app_role() = 'administrator'));
create policy message_seen on message using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
    or (app_role() = 'professional' and professional_id = app_professional())
  ));
