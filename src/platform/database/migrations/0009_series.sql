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

alter table school_holiday enable row level security;
alter table school_holiday force row level security;
create policy school_holiday_read on school_holiday for select using (app_in_region(region_id));
create policy school_holiday_write on school_holiday for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));
