-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- What the decision of the state lets a grant pay, and on which days a cost must have been made for it.
create table grant_activity (
  id uuid primary key,
  region_id uuid not null references region,
  grant_id uuid not null references grant_award,
  -- By which lists name it.
  code text not null,
  title text not null,
  first_day date not null,
  last_day date not null,
  -- Made of a line because nobody had told yet what the decision names.
  is_assumed boolean not null,
  version integer not null default 1,
  constraint grant_activity_days_in_order check (first_day <= last_day),
  constraint grant_activity_of_grant unique (id, grant_id)
);
create unique index grant_activity_code_unique on grant_activity (grant_id, lower(code));
alter table grant_activity enable row level security;
alter table grant_activity force row level security;
create policy grant_activity_confidential on grant_activity using (
  ((select app_is_system()) or region_id = (select app_region()))
  and (select app_role()) in ('coordinator', 'finance', 'system'));

-- Until now a line was known by its name only: each becomes an activity of the years of its grant, and of the days of
-- what was booked on it, so that all that was right stays so.
alter table grant_line add activity_id uuid;
with cost as (
  select k.grant_line_id, coalesce(k.cost_date, (select max(p.local_date) from session_part p where p.session_id = k.session_id)) on_day
    from commitment k
  union all select grant_line_id, cost_date from realisation)
insert into grant_activity (id, region_id, grant_id, code, title, first_day, last_day, is_assumed)
  select gen_random_uuid(), g.region_id, g.id, (array_agg(l.code order by l.year desc))[1], (array_agg(l.title order by l.year desc))[1],
    least(make_date(g.first_year, 1, 1), min(c.on_day)), greatest(make_date(g.last_year, 12, 31), max(c.on_day)), true
  from grant_line l join grant_award g on g.id = l.grant_id left join cost c on c.grant_line_id = l.id
  where l.paid_by = 'grant' group by g.id, lower(l.code);
update grant_line l set activity_id = a.id from grant_activity a
  where l.paid_by = 'grant' and a.grant_id = l.grant_id and lower(a.code) = lower(l.code);
-- What municipalities pay themselves is no business of the state.
alter table grant_line
  add constraint grant_line_activity_of_grant foreign key (activity_id, grant_id) references grant_activity (id, grant_id),
  add constraint grant_line_for_activity check ((paid_by = 'grant') = (activity_id is not null));
create index grant_line_activity on grant_line (activity_id);

-- The days on which costs of a line may be made, which stay as they are until this transaction ends; none where
-- municipalities pay. The line comes first and by itself, as it may say something else after waiting for it. See grant_year.
create function hold_eligible_days(line uuid) returns table (activity text, first_day date, last_day date) language plpgsql as $$
declare
  asker text := current_setting('app.role', true);
  activity_of uuid;
begin
  perform set_config('app.role', 'system', true);
  select l.activity_id into activity_of from grant_line l where l.id = line for share;
  return query select a.title, a.first_day, a.last_day from grant_activity a where a.id = activity_of for share;
  perform set_config('app.role', asker, true);
end $$;

create function refuse_cost_on_other_day(line uuid, on_day date) returns void language plpgsql as $$
begin
  if exists (select from hold_eligible_days(line) d where on_day not between d.first_day and d.last_day) then
    raise exception using errcode = 'check_violation', constraint = 'cost_on_eligible_day',
      message = 'The grant does not pay what is delivered on that day.';
  end if;
end $$;

-- When what is committed is delivered: on the last day of the session, or when an order says.
create function day_of_cost(session uuid, ordered date) returns date language sql stable
  return coalesce(ordered, (select max(p.local_date) from session_part p where p.session_id = session));

-- What gives back is never refused: credit notes, releases, and what sharing again moves.
create function commitment_on_eligible_day() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.amount_cents > old.amount_cents then
    perform refuse_cost_on_other_day(new.grant_line_id, day_of_cost(new.session_id, new.cost_date));
  end if;
  return new;
end $$;
create trigger commitment_on_eligible_day before insert or update of amount_cents on commitment
  for each row execute function commitment_on_eligible_day();

create function realisation_on_eligible_day() returns trigger language plpgsql as $$
begin
  perform refuse_cost_on_other_day(new.grant_line_id, new.cost_date);
  return new;
end $$;
create trigger realisation_on_eligible_day before insert on realisation
  for each row when (new.invoice_id is null) execute function realisation_on_eligible_day();

-- A session that goes ahead does not leave those days either, whoever moves it.
create function session_on_eligible_day() returns trigger language plpgsql as $$
declare
  asker text := current_setting('app.role', true);
  line uuid;
begin
  perform set_config('app.role', 'system', true);
  select k.grant_line_id into line from commitment k where k.session_id = new.session_id and k.settled_at is null;
  perform refuse_cost_on_other_day(line, day_of_cost(new.session_id, null));
  perform set_config('app.role', asker, true);
  return null;
end $$;
create trigger session_on_eligible_day after update of local_date on session_part
  for each row when (old.local_date <> new.local_date) execute function session_on_eligible_day();

-- What is booked on a line that would lie outside these days: what is committed and still open, and invoices that were
-- not taken back whole.
create function costs_outside(line uuid, first_day date, last_day date)
returns table (kind text, what text, on_day date) language sql stable as $$
  select 'commitment', coalesce(c.title, k.description), d.on_day
    from commitment k left join session s on s.id = k.session_id left join course c on c.id = s.course_id
    cross join lateral (select day_of_cost(k.session_id, k.cost_date) on_day) d
    where k.grant_line_id = line and k.settled_at is null
      and d.on_day not between costs_outside.first_day and costs_outside.last_day
  union all
  select 'invoice', r.supplier || ' ' || r.invoice_number, r.cost_date from realisation r
    where r.grant_line_id = line and r.invoice_id is null
      and r.cost_date not between costs_outside.first_day and costs_outside.last_day
      and r.amount_cents + (select coalesce(sum(n.amount_cents), 0) from realisation n where n.invoice_id = r.id) > 0
$$;

create function activity_keeps_its_costs() returns trigger language plpgsql as $$
declare
  kept record;
begin
  if tg_table_name = 'grant_activity' then
    select c.what into kept from grant_line l, costs_outside(l.id, new.first_day, new.last_day) c where l.activity_id = new.id limit 1;
  else
    perform from grant_activity where id = new.activity_id for share;
    select c.what into kept from grant_activity a, costs_outside(new.id, a.first_day, a.last_day) c where a.id = new.activity_id limit 1;
  end if;
  if kept.what is not null then
    raise exception using errcode = 'check_violation', constraint = 'activity_keeps_its_costs', detail = kept.what,
      message = 'Something is booked on a day that would not be eligible any more.';
  end if;
  return new;
end $$;
create trigger grant_activity_keeps_its_costs before update of first_day, last_day on grant_activity
  for each row when (new.first_day > old.first_day or new.last_day < old.last_day) execute function activity_keeps_its_costs();
create trigger grant_line_keeps_its_costs before update of activity_id on grant_line
  for each row when (old.activity_id is distinct from new.activity_id) execute function activity_keeps_its_costs();

-- Whoever changes it, page, other system or list, makes a new version.
create function grant_activity_counts() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger grant_activity_counts before update on grant_activity
  for each row execute function grant_activity_counts();
