-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- A year that was closed, with everything before it. Open again while closed_at is null.
create table accounting_year (
  region_id uuid not null references region,
  year integer not null constraint accounting_year_sensible check (year between 2000 and 2100),
  closed_at timestamptz,
  closed_by uuid references account,
  primary key (region_id, year),
  constraint accounting_year_closed_by_someone check ((closed_at is null) = (closed_by is null))
);
-- One person asks, another confirms.
create table year_reopening (
  id uuid primary key,
  region_id uuid not null references region,
  year integer not null,
  reason text not null constraint year_reopening_reason_known
    check (reason in ('cost-missing', 'booked-wrongly', 'auditor-asked', 'closed-too-early')),
  asked_at timestamptz not null,
  asked_by uuid not null references account,
  confirmed_at timestamptz,
  confirmed_by uuid references account,
  constraint year_reopening_of_closed_year foreign key (region_id, year) references accounting_year,
  constraint year_reopening_by_two_people check (confirmed_by <> asked_by),
  constraint year_reopening_confirmed_by_someone check ((confirmed_at is null) = (confirmed_by is null))
);
create unique index year_reopening_asked_once on year_reopening (region_id, year) where confirmed_at is null;
-- Whether a year's statement is the last one of a grant.
create table final_choice (
  grant_id uuid not null references grant_award,
  year integer not null,
  region_id uuid not null references region,
  is_final boolean not null,
  chosen_at timestamptz not null,
  chosen_by uuid not null references account,
  primary key (grant_id, year)
);
create index final_choice_region on final_choice (region_id, year);

do $$
declare t text;
begin
  foreach t in array array['accounting_year', 'year_reopening', 'final_choice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_seen', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''finance'', ''system''))', t || '_of_finance', t);
  end loop;
end $$;

-- Bookings share this lock and closing takes it alone, so that neither slips past the other. Gives the last closed year,
-- which freezes those before it too, or null. 7253 is a number that no other lock has.
create function hold_accounting_years(region uuid) returns integer language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(7253, hashtext(region::text));
  return (select max(year) from accounting_year where region_id = region and closed_at is not null);
end $$;

create function accounting_year_goes_in_order() returns trigger language plpgsql as $$
declare last_closed integer;
begin
  perform pg_advisory_xact_lock(7253, hashtext(new.region_id::text));
  if tg_op = 'UPDATE' and (new.region_id, new.year) <> (old.region_id, old.year) then
    raise exception using errcode = 'check_violation', constraint = 'accounting_year_stays_itself',
      message = 'A year does not become another one.';
  end if;
  select max(year) into last_closed from accounting_year
    where region_id = new.region_id and year <> new.year and closed_at is not null;
  if last_closed > new.year then
    raise exception using errcode = 'check_violation', constraint = 'accounting_year_in_order',
      message = 'A later year has been closed.';
  end if;
  if tg_op = 'UPDATE' and old.closed_at is not null and (new.closed_at is null
      and not exists (select from year_reopening o where o.region_id = new.region_id and o.year = new.year and o.confirmed_at >= old.closed_at)
      or new.closed_at is not null) then
    raise exception using errcode = 'check_violation', constraint = 'accounting_year_reopened_by_two',
      message = 'A closed year is opened only by two people.';
  end if;
  return new;
end $$;
create trigger accounting_year_goes_in_order before insert or update on accounting_year
  for each row execute function accounting_year_goes_in_order();
create trigger accounting_year_stays before delete on accounting_year for each row execute function refuse_change();

-- What was confirmed stays; what is asked can only be confirmed.
create function year_reopening_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.confirmed_at is not null
      or (new.id, new.region_id, new.year, new.reason, new.asked_at, new.asked_by) <> (old.id, old.region_id, old.year, old.reason, old.asked_at, old.asked_by) then
    raise exception using errcode = 'check_violation', constraint = 'year_reopening_is_kept',
      message = 'What was asked stays as it was.';
  end if;
  return new;
end $$;
create trigger year_reopening_is_kept before update or delete on year_reopening
  for each row execute function year_reopening_is_kept();

create function final_choice_in_open_year() returns trigger language plpgsql as $$
begin
  if old.year <= hold_accounting_years(old.region_id) or new.year <= hold_accounting_years(new.region_id) then
    raise exception using errcode = 'check_violation', constraint = 'final_choice_in_open_year',
      message = 'The year has been closed.';
  end if;
  return coalesce(new, old);
end $$;
create trigger final_choice_in_open_year before insert or update or delete on final_choice
  for each row execute function final_choice_in_open_year();

-- Who did something in one's own region, by name only: the accounts of others are hidden. See grant_year.
create function account_name(account uuid) returns text language plpgsql stable as $$
declare
  asker text := current_setting('app.role', true);
  found text;
begin
  perform set_config('app.role', 'system', true);
  select name into found from account a where a.id = account and (a.region_id = app_region() or asker = 'system');
  perform set_config('app.role', asker, true);
  return found;
end $$;

-- In which year a booking counts: that of its cost, or the first open one as a correction over a year that was closed.
alter table ledger_entry
  add year integer,
  add corrects_year integer;
alter table ledger_entry disable trigger ledger_entry_is_append_only;
update ledger_entry e set year = coalesce(
  (select extract(year from r.cost_date) from realisation r where e.source_type <> 'session' and r.id = e.source_id),
  (select extract(year from max(p.local_date)) from session_part p where p.session_id = e.session_id),
  (select g.year from grant_line l join grant_award g on g.id = l.grant_id where l.id = e.grant_line_id));
alter table ledger_entry enable trigger ledger_entry_is_append_only;
alter table ledger_entry
  alter year set not null,
  add constraint ledger_entry_corrects_earlier_year check (corrects_year < year);
create index ledger_entry_year on ledger_entry (region_id, year, kind);

create function ledger_entry_in_open_year() returns trigger language plpgsql as $$
declare last_closed integer := hold_accounting_years(new.region_id);
begin
  if new.year <= last_closed then
    raise exception using errcode = 'check_violation', constraint = 'ledger_entry_in_open_year',
      message = 'The year of the booking has been closed.';
  end if;
  if new.corrects_year > coalesce(last_closed, 0) then
    raise exception using errcode = 'check_violation', constraint = 'ledger_entry_corrects_closed_year',
      message = 'A correction is over a year that has been closed.';
  end if;
  if new.source_type <> 'session' and exists (select from realisation r
      where r.id = new.source_id and extract(year from r.cost_date) <> coalesce(new.corrects_year, new.year)) then
    raise exception using errcode = 'check_violation', constraint = 'ledger_entry_of_cost_date',
      message = 'The date of the cost decides which year bears it.';
  end if;
  return new;
end $$;
create trigger ledger_entry_in_open_year before insert on ledger_entry
  for each row execute function ledger_entry_in_open_year();
