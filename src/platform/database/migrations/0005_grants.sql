create table grant_award (
  id uuid primary key,
  region_id uuid not null references region,
  decision_number text not null,
  title text not null,
  lead_municipality_id uuid not null references municipality,
  year integer not null constraint grant_award_year check (year between 2000 and 2100),
  amount_cents bigint not null constraint grant_award_not_negative check (amount_cents >= 0),
  is_demo boolean not null,
  source text not null,
  constraint grant_award_decision_unique unique (region_id, decision_number)
);
create table grant_line (
  id uuid primary key,
  grant_id uuid not null references grant_award,
  region_id uuid not null references region,
  code text not null,
  title text not null,
  course_level text constraint grant_line_level_known check (course_level in ('awareness', 'basic', 'advanced', 'specialist', 'follow-up', 'meeting')),
  constraint grant_line_code_unique unique (grant_id, code),
  constraint grant_line_level_unique unique (grant_id, course_level)
);
create table grant_line_budget (
  grant_line_id uuid not null references grant_line,
  municipality_id uuid not null references municipality,
  region_id uuid not null references region,
  amount_cents bigint not null constraint grant_line_budget_not_negative check (amount_cents >= 0),
  is_demo boolean not null,
  source text not null,
  primary key (grant_line_id, municipality_id)
);
create table allotment (
  id uuid primary key,
  region_id uuid not null references region,
  grant_id uuid not null references grant_award,
  municipality_id uuid not null references municipality,
  course_id uuid not null references course,
  trainings integer not null constraint allotment_not_negative check (trainings >= 0),
  is_demo boolean not null,
  source text not null,
  constraint allotment_unique unique (grant_id, municipality_id, course_id)
);
create table allotment_use (
  session_id uuid primary key references session,
  allotment_id uuid not null references allotment,
  region_id uuid not null references region,
  municipality_id uuid not null references municipality,
  used_at timestamptz not null
);
create table commitment (
  id uuid primary key,
  region_id uuid not null references region,
  session_id uuid not null constraint commitment_once_per_session unique references session,
  grant_line_id uuid not null,
  municipality_id uuid not null,
  amount_cents bigint not null constraint commitment_not_negative check (amount_cents >= 0),
  is_demo boolean not null,
  committed_at timestamptz not null,
  settled_at timestamptz,
  foreign key (grant_line_id, municipality_id) references grant_line_budget
);
create table realisation (
  id uuid primary key,
  region_id uuid not null references region,
  commitment_id uuid not null references commitment,
  municipality_id uuid not null references municipality,
  supplier text not null,
  invoice_number text not null,
  invoice_date date not null,
  amount_cents bigint not null constraint realisation_amount_positive check (amount_cents > 0),
  vat_treatment text not null constraint realisation_vat_known check (vat_treatment in ('exempt', 'standard-21')),
  recorded_at timestamptz not null
);
-- The same invoice typed once more in other capitals is still the same invoice.
create unique index realisation_invoice_unique on realisation (region_id, lower(supplier), lower(invoice_number));
create table ledger_entry (
  id bigint generated always as identity primary key,
  region_id uuid not null references region,
  grant_line_id uuid not null,
  municipality_id uuid not null,
  session_id uuid references session,
  kind text not null constraint ledger_entry_kind_known check (kind in ('commitment', 'realisation')),
  amount_cents bigint not null constraint ledger_entry_says_something check (amount_cents <> 0),
  booked_on date not null,
  recorded_at timestamptz not null,
  source_type text not null constraint ledger_entry_source_known check (source_type in ('session', 'invoice')),
  source_id uuid not null,
  description text not null,
  account_id uuid references account,
  foreign key (grant_line_id, municipality_id) references grant_line_budget
);
create index ledger_entry_line on ledger_entry (grant_line_id, municipality_id, kind);
create index ledger_entry_session on ledger_entry (session_id);
create trigger ledger_entry_is_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['grant_award', 'grant_line', 'grant_line_budget', 'allotment', 'allotment_use', 'commitment', 'realisation', 'ledger_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_confidential', t);
  end loop;
  foreach t in array array['grant_line_budget', 'allotment', 'allotment_use', 'commitment', 'realisation', 'ledger_entry'] loop
    execute format('create policy %I on %I for select using (region_id = app_region() and app_role() = ''contact'' and municipality_id = app_municipality())', t || '_own_share', t);
  end loop;
end $$;
-- The year of a grant, for a contact too: the award itself is hidden from them because it holds the amount.
-- A function's own setting (SET app.role) can be given by a superuser only, which the owner need not be.
create function grant_year(award uuid) returns integer language plpgsql stable as $$
declare
  asker text := current_setting('app.role', true);
  found integer;
begin
  perform set_config('app.role', 'system', true);
  select year into found from grant_award where id = award;
  perform set_config('app.role', asker, true);
  return found;
end $$;
-- A line's name holds no amount; a contact needs it beside the own share.
create policy grant_line_named on grant_line for select using (region_id = app_region() and app_role() = 'contact');

-- What stands against each budget at this moment; seen through the row-level rules of the one who asks.
create view budget_standing with (security_invoker = true) as
  select b.grant_line_id, b.municipality_id, b.amount_cents granted_cents, b.is_demo granted_is_demo, s.committed_cents, s.realised_cents,
    exists (select from commitment c where c.grant_line_id = b.grant_line_id and c.municipality_id = b.municipality_id and c.is_demo) committed_is_demo
  from grant_line_budget b, lateral (
    select coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint committed_cents,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint realised_cents
    from ledger_entry e where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id) s;
