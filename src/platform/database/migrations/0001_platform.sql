-- What the platform needs before any feature: who is asking, facts, jobs, messages, the audit trail.
create extension if not exists btree_gist;

-- The transaction helper sets these for each transaction; an unset value reads as null and sees nothing.
create function app_setting(name text) returns text language sql stable
  return nullif(current_setting('app.' || name, true), '');
create function app_role() returns text language sql stable return app_setting('role');
create function app_region() returns uuid language sql stable return app_setting('region')::uuid;
create function app_municipality() returns uuid language sql stable return app_setting('municipality')::uuid;
create function app_professional() returns uuid language sql stable return app_setting('professional')::uuid;
create function app_trainer() returns uuid language sql stable return app_setting('trainer')::uuid;
create function app_account() returns uuid language sql stable return app_setting('account')::uuid;
create function app_is_system() returns boolean language sql stable return app_role() = 'system';
create function app_in_region(region uuid) returns boolean language sql stable
  return app_is_system() or region = app_region();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: write a counter-entry instead', tg_table_name using errcode = 'restrict_violation';
end $$;

create table outbox (
  id bigint generated always as identity primary key,
  fact text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  dispatched_at timestamptz
);
create index outbox_undispatched on outbox (id) where dispatched_at is null;

-- The queue only wakes a worker; this table is what is true about a job.
create table job (
  id text primary key,
  name text not null,
  payload jsonb not null,
  status text not null constraint job_status_known check (status in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  run_at timestamptz not null,
  woken_at timestamptz,
  last_error text,
  created_at timestamptz not null,
  done_at timestamptz
);
create index job_waiting on job (run_at) where status = 'waiting';

create table audit_entry (
  id bigint generated always as identity primary key,
  region_id uuid,
  at timestamptz not null,
  account_id uuid,
  role text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb
);
create index audit_entry_subject on audit_entry (subject_type, subject_id);
create index audit_entry_region on audit_entry (region_id, id);
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change();

create table idempotency_key (
  account_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null,
  primary key (account_id, key)
);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_read on audit_entry for select using (app_in_region(region_id) and app_role() in ('administrator', 'system'));
create policy audit_entry_write on audit_entry for insert with check (app_role() is not null);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_own on idempotency_key using (app_is_system() or account_id = app_account());
