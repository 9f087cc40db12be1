-- What is owed to a provider for a session that is called off late: from so many days before it on, such a part of the price.
create table cancellation_step (
  provider_id uuid not null references provider,
  region_id uuid not null references region,
  days_before integer not null constraint cancellation_step_days check (days_before between 0 and 365),
  percentage integer not null constraint cancellation_step_part check (percentage between 1 and 100),
  primary key (provider_id, days_before)
);
alter table cancellation_step enable row level security;
alter table cancellation_step force row level security;
create policy cancellation_step_confidential on cancellation_step using (
  app_in_region(region_id) and app_role() in ('coordinator', 'finance', 'system'));

-- When it was called off; unknown for who did so before this was kept.
alter table session add called_off_at timestamptz
  constraint session_called_off_when_cancelled check (called_off_at is null or status = 'cancelled');
