-- How the cost of a session falls on municipalities. No row: the municipality that pays bears all of it.
create table sharing_key (
  session_id uuid primary key references session,
  region_id uuid not null references region,
  key text not null constraint sharing_key_known check (key in ('reserved', 'enrolled', 'attended', 'fixed')),
  chosen_at timestamptz not null,
  chosen_by uuid not null references account
);
create table sharing_percentage (
  session_id uuid not null references sharing_key on delete cascade,
  municipality_id uuid not null references municipality,
  region_id uuid not null references region,
  hundredths integer not null constraint sharing_percentage_positive check (hundredths between 1 and 10000),
  primary key (session_id, municipality_id)
);
create function sharing_key_adds_up() returns trigger language plpgsql as $$
declare total integer;
begin
  select coalesce(sum(hundredths), 0) into total from sharing_percentage where session_id = new.session_id;
  if total <> (select case key when 'fixed' then 10000 else 0 end from sharing_key where session_id = new.session_id) then
    raise exception using errcode = 'check_violation', constraint = 'sharing_key_adds_up',
      message = 'Fixed percentages add up to a hundred, and other keys have none.';
  end if;
  return null;
end $$;
create constraint trigger sharing_key_adds_up after insert or update on sharing_key deferrable initially deferred
  for each row execute function sharing_key_adds_up();
create constraint trigger sharing_percentage_adds_up after insert or update on sharing_percentage deferrable initially deferred
  for each row execute function sharing_key_adds_up();

-- How a session's cost was shared each time it was: a row for every municipality that bears something of it, or did until then.
create table cost_share (
  sharing_id uuid not null,
  session_id uuid not null references session,
  -- Counts the times that this session's cost was shared.
  number integer not null constraint cost_share_counts check (number > 0),
  municipality_id uuid not null references municipality,
  region_id uuid not null references region,
  key text not null constraint cost_share_key_known check (key in ('payer', 'reserved', 'enrolled', 'attended', 'fixed')),
  -- Seats, people or hundredths of a percent; one for who pays all.
  units integer not null constraint cost_share_units_not_negative check (units >= 0),
  -- What it bears from then on, reserved and spent together.
  amount_cents bigint not null constraint cost_share_not_negative check (amount_cents >= 0),
  is_demo boolean not null,
  shared_at timestamptz not null,
  account_id uuid references account,
  primary key (session_id, number, municipality_id)
);
create index cost_share_municipality on cost_share (municipality_id);
create trigger cost_share_is_append_only before update or delete on cost_share
  for each row execute function refuse_change();

-- A share says what the ledger says.
create function cost_share_is_booked() returns trigger language plpgsql as $$
begin
  if new.amount_cents <> (select coalesce(sum(amount_cents), 0) from ledger_entry
      where session_id = new.session_id and municipality_id = new.municipality_id) then
    raise exception using errcode = 'check_violation', constraint = 'cost_share_is_booked',
      message = 'A share is what is booked on the municipality.';
  end if;
  return null;
end $$;
create constraint trigger cost_share_is_booked after insert on cost_share deferrable initially deferred
  for each row execute function cost_share_is_booked();

alter table ledger_entry
  drop constraint ledger_entry_source_known,
  add constraint ledger_entry_source_known check (source_type in ('session', 'invoice', 'credit-note', 'share'));
create index ledger_entry_sharing on ledger_entry (source_id) where source_type = 'share';
-- Sharing again moves cost from one municipality to another; it makes none and takes none away.
create function sharing_only_moves() returns trigger language plpgsql as $$
begin
  if (select sum(amount_cents) from ledger_entry
      where source_type = 'share' and source_id = new.source_id and kind = new.kind) <> 0 then
    raise exception using errcode = 'check_violation', constraint = 'sharing_only_moves',
      message = 'What sharing again takes from one municipality falls on others.';
  end if;
  return null;
end $$;
create constraint trigger sharing_only_moves after insert on ledger_entry deferrable initially deferred
  for each row when (new.source_type = 'share') execute function sharing_only_moves();

do $$
declare t text;
begin
  foreach t in array array['sharing_key', 'sharing_percentage', 'cost_share'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_confidential', t);
  end loop;
end $$;
create policy cost_share_own_share on cost_share for select using (
  region_id = app_region() and app_role() = 'contact' and municipality_id = app_municipality());

-- A commitment and an invoice say what all municipalities bear together; the own share stands in the ledger.
drop policy commitment_own_share on commitment;
drop policy realisation_own_share on realisation;

-- Whether something that is reserved on a budget has an invented price; told to contacts too, who see no commitments. See grant_year.
create function reserves_example(line uuid, municipality uuid) returns boolean language plpgsql stable as $$
declare
  asker text := current_setting('app.role', true);
  found boolean;
begin
  perform set_config('app.role', 'system', true);
  found := exists (select from commitment c where c.grant_line_id = line and c.is_demo and c.settled_at is null
    and (c.municipality_id = municipality or exists (select from cost_share s
      where s.session_id = c.session_id and s.municipality_id = municipality)));
  perform set_config('app.role', asker, true);
  return found;
end $$;
create index commitment_budget on commitment (grant_line_id, municipality_id);
create or replace view budget_standing with (security_invoker = true) as
  select b.grant_line_id, b.municipality_id, b.amount_cents granted_cents, b.is_demo granted_is_demo, s.committed_cents, s.realised_cents,
    reserves_example(b.grant_line_id, b.municipality_id) committed_is_demo
  from grant_line_budget b, lateral (
    select coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint committed_cents,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint realised_cents
    from ledger_entry e where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id) s;
