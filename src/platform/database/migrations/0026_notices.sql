-- What a region tells by itself to those who have something to do, and how long before or after the moment.
create table notice_setting (
  region_id uuid not null references region,
  kind text not null,
  is_on boolean not null,
  -- Working days.
  lead_days integer not null constraint notice_setting_days_shape check (lead_days between 0 and 60),
  version integer not null default 0,
  primary key (region_id, kind)
);

-- Who has chosen nothing gets a mail for each thing.
create table notice_choice (
  account_id uuid primary key references account,
  region_id uuid not null references region,
  delivery text not null constraint notice_choice_delivery_known check (delivery in ('at-once', 'daily'))
);

-- What was told to whom; the key says what it was about and the moment that made it new.
create table notice (
  account_id uuid not null references account,
  key text not null,
  region_id uuid not null references region,
  told_at timestamptz not null,
  primary key (account_id, key)
);

-- Which rounds of telling have been made, so that a day has one of each.
create table notice_round (
  region_id uuid not null references region,
  day date not null,
  delivery text not null constraint notice_round_delivery_known check (delivery in ('at-once', 'daily')),
  primary key (region_id, day, delivery)
);

do $$
declare t text;
begin
  foreach t in array array['notice_setting', 'notice_choice', 'notice', 'notice_round'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy notice_setting_read on notice_setting for select using (app_in_region(region_id));
create policy notice_setting_write on notice_setting for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy notice_choice_own on notice_choice using (
  app_is_system() or (region_id = app_region() and account_id = app_account()));
create policy notice_system on notice using (app_is_system());
create policy notice_round_system on notice_round using (app_is_system());
