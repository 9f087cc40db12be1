-- Mail that must not go any more is withdrawn with its reason, addresses that do not exist get no more of it, and all of
-- it can be stopped at once.
alter table message
  add column enrolment_id uuid,
  add column withdrawn_reason text constraint message_withdrawn_reason_known
    check (withdrawn_reason in ('address-dead', 'overtaken', 'cancelled', 'moved', 'called-off')),
  add column attempted_at timestamptz,
  add constraint message_withdrawn_has_reason check ((status = 'withdrawn') = (withdrawn_reason is not null)) not valid;
create index message_enrolment on message (enrolment_id) where status = 'queued';
create index message_attempted on message (attempted_at);

-- By region: what one region knows of an address is not told to another.
create table dead_address (
  region_id uuid not null references region,
  municipality_id uuid references municipality,
  name text not null,
  address text not null constraint dead_address_is_lower_case check (address = lower(address)),
  message_id uuid not null references message,
  answer text not null,
  died_at timestamptz not null,
  primary key (region_id, address)
);
create index dead_address_municipality on dead_address (municipality_id);
create index dead_address_message on dead_address (message_id);
alter table dead_address enable row level security;
alter table dead_address force row level security;
create policy dead_address_seen on dead_address using (
  app_in_region(region_id) and (
    app_role() in ('coordinator', 'administrator', 'system')
    or (app_role() = 'contact' and municipality_id = app_municipality())
  ));

-- There is at most one row: while it is there, no mail leaves.
create table mail_stop (
  singleton boolean primary key default true constraint mail_stop_once check (singleton),
  stopped_at timestamptz not null,
  account_id uuid not null references account
);
alter table mail_stop enable row level security;
alter table mail_stop force row level security;
create policy mail_stop_seen on mail_stop using (app_role() in ('administrator', 'system'));
