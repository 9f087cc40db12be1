-- When schools are closed, per part of the country, as the ministry publishes it for each school year.
create table school_holiday (
  id uuid primary key,
  region_id uuid not null references region,
  school_year text not null constraint school_holiday_year_shape check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),
  name text not null,
  school_area text not null constraint school_holiday_area_known check (school_area in ('north', 'central', 'south')),
  first_date date not null,
  last_date date not null,
  is_demo boolean not null,
  source text not null,
  constraint school_holiday_unique unique (region_id, school_year, name, school_area),
  constraint school_holiday_ends_after_start check (last_date >= first_date)
);

-- An address at which a calendar program reads sessions: of one person, one trainer or one municipality.
create table calendar_feed (
  id uuid primary key,
  region_id uuid not null references region,
  account_id uuid not null references account,
  professional_id uuid references professional,
  trainer_id uuid references trainer,
  municipality_id uuid references municipality,
  token_hash text not null constraint calendar_feed_token_unique unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint calendar_feed_about_one check (num_nonnulls(professional_id, trainer_id, municipality_id) = 1)
);
create index calendar_feed_account on calendar_feed (account_id);

do $$
declare t text;
begin
  foreach t in array array['school_holiday', 'calendar_feed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy school_holiday_read on school_holiday for select using (app_in_region(region_id));
create policy school_holiday_write on school_holiday for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
create policy calendar_feed_own on calendar_feed using (
  app_is_system() or (region_id = app_region() and account_id = app_account()));
