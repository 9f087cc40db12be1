-- What changes an award, a budget or an allotment after the first division: the state amends its decision, or the region
-- shifts money or trainings. Decisions are only added to; the amounts themselves follow from them.
create table grant_decision (
  id uuid primary key,
  region_id uuid not null references region,
  grant_id uuid not null references grant_award,
  kind text not null constraint grant_decision_kind_known check (kind in ('amendment', 'shift')),
  -- By which those who decided know it.
  reference text not null,
  decided_on date not null,
  reason text not null,
  award_change_cents bigint not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  constraint grant_decision_award_by_amendment check ((kind = 'amendment') = (award_change_cents <> 0))
);
create unique index grant_decision_amended_once on grant_decision (grant_id, lower(reference)) where kind = 'amendment';
create index grant_decision_grant on grant_decision (grant_id, id);

create table budget_change (
  decision_id uuid not null references grant_decision,
  grant_line_id uuid not null,
  municipality_id uuid not null,
  region_id uuid not null references region,
  amount_cents bigint not null constraint budget_change_says_something check (amount_cents <> 0),
  primary key (decision_id, grant_line_id, municipality_id),
  foreign key (grant_line_id, municipality_id) references grant_line_budget
);
create index budget_change_budget on budget_change (grant_line_id, municipality_id);

create table allotment_change (
  decision_id uuid not null references grant_decision,
  allotment_id uuid not null references allotment,
  municipality_id uuid not null references municipality,
  region_id uuid not null references region,
  trainings integer not null constraint allotment_change_says_something check (trainings <> 0),
  primary key (decision_id, allotment_id)
);
create index allotment_change_allotment on allotment_change (allotment_id);

create table decision_document (
  id uuid primary key,
  region_id uuid not null references region,
  decision_id uuid not null references grant_decision,
  file_name text not null,
  media_type text not null
    constraint decision_document_type_known check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null,
  sha256 text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references account,
  constraint decision_document_once unique (decision_id, sha256)
);

do $$
declare t text;
begin
  foreach t in array array['grant_decision', 'budget_change', 'allotment_change', 'decision_document'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_is_append_only', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_confidential', t);
  end loop;
end $$;

-- An amount follows from its decisions by itself, so that the two cannot differ.
create function apply_award_change() returns trigger language plpgsql as $$
begin
  update grant_award set amount_cents = amount_cents + new.award_change_cents where id = new.grant_id;
  return new;
end $$;
create trigger grant_decision_applies after insert on grant_decision
  for each row when (new.award_change_cents <> 0) execute function apply_award_change();

create function apply_budget_change() returns trigger language plpgsql as $$
begin
  update grant_line_budget set amount_cents = amount_cents + new.amount_cents
    where grant_line_id = new.grant_line_id and municipality_id = new.municipality_id;
  return new;
end $$;
create trigger budget_change_applies after insert on budget_change
  for each row execute function apply_budget_change();

create function apply_allotment_change() returns trigger language plpgsql as $$
begin
  update allotment set trainings = trainings + new.trainings where id = new.allotment_id;
  return new;
end $$;
create trigger allotment_change_applies after insert on allotment_change
  for each row execute function apply_allotment_change();

-- Once something rests on an amount, only a decision changes it (the trigger of its change is then one level up), and
-- never to below what is booked or used.
create function refuse_award_edit() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() = 1 and exists (select from grant_decision where grant_id = new.id) then
    raise exception 'an award is changed by a decision' using errcode = '23514', constraint = 'changed_by_decision_only',
      detail = new.decision_number;
  end if;
  return new;
end $$;
create trigger grant_award_by_decision before update of amount_cents on grant_award
  for each row when (old.amount_cents is distinct from new.amount_cents) execute function refuse_award_edit();

create function refuse_budget_edit() returns trigger language plpgsql as $$
declare booked bigint;
begin
  select sum(amount_cents) into booked from ledger_entry
    where grant_line_id = new.grant_line_id and municipality_id = new.municipality_id;
  if pg_trigger_depth() = 1 and (booked is not null or exists (select from budget_change
      where grant_line_id = new.grant_line_id and municipality_id = new.municipality_id)) then
    raise exception 'a budget is changed by a decision' using errcode = '23514', constraint = 'changed_by_decision_only',
      detail = (select l.title || ', ' || m.name from grant_line l, municipality m
        where l.id = new.grant_line_id and m.id = new.municipality_id);
  end if;
  if new.amount_cents < old.amount_cents and new.amount_cents < coalesce(booked, 0) then
    raise exception 'a budget holds what is booked on it' using errcode = '23514', constraint = 'budget_holds_bookings';
  end if;
  return new;
end $$;
create trigger grant_line_budget_by_decision before update of amount_cents on grant_line_budget
  for each row when (old.amount_cents is distinct from new.amount_cents) execute function refuse_budget_edit();

create function refuse_allotment_edit() returns trigger language plpgsql as $$
declare used integer;
begin
  select count(*) into used from allotment_use where allotment_id = new.id;
  if pg_trigger_depth() = 1 and (used > 0 or exists (select from allotment_change where allotment_id = new.id)) then
    raise exception 'an allotment is changed by a decision' using errcode = '23514', constraint = 'changed_by_decision_only',
      detail = (select c.title || ', ' || m.name from course c, municipality m
        where c.id = new.course_id and m.id = new.municipality_id);
  end if;
  if new.trainings < old.trainings and new.trainings < used then
    raise exception 'an allotment holds what is used of it' using errcode = '23514', constraint = 'allotment_holds_uses';
  end if;
  return new;
end $$;
create trigger allotment_by_decision before update of trainings on allotment
  for each row when (old.trainings is distinct from new.trainings) execute function refuse_allotment_edit();
