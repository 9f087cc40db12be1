-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- What the commitment of a session is made of: the price, and what comes on top of it. A later change is one more row,
-- with why.
create table commitment_part (
  commitment_id uuid not null references commitment,
  -- Counts the parts of a commitment; the price is the first.
  number integer not null constraint commitment_part_counts check (number > 0),
  region_id uuid not null references region,
  kind text not null constraint commitment_part_kind_known check (kind in ('price', 'venue', 'catering', 'other')),
  description text not null,
  -- Including VAT; negative where a change takes away.
  amount_cents bigint not null,
  vat_treatment text not null constraint commitment_part_vat_known check (vat_treatment in ('exempt', 'standard-21')),
  -- Null for what was known when the session was confirmed.
  reason text,
  recorded_at timestamptz not null,
  account_id uuid references account,
  primary key (commitment_id, number),
  constraint commitment_part_price_first check ((kind = 'price') = (number = 1)),
  constraint commitment_part_says_something check (kind = 'price' or amount_cents <> 0),
  constraint commitment_part_less_with_reason check (amount_cents >= 0 or reason is not null),
  constraint commitment_part_price_stays check (kind <> 'price' or reason is null)
);
create trigger commitment_part_is_append_only before update or delete on commitment_part
  for each row execute function refuse_change();

insert into commitment_part (commitment_id, number, region_id, kind, description, amount_cents, vat_treatment, recorded_at)
  select k.id, 1, k.region_id, 'price', c.title, k.amount_cents,
    case when v.crkbo and c.level <> 'meeting' then 'exempt' else 'standard-21' end, k.committed_at
  from commitment k join session s on s.id = k.session_id join course c on c.id = s.course_id join provider v on v.id = c.provider_id;

-- A commitment is the sum of its parts.
create function commitment_is_its_parts() returns trigger language plpgsql as $$
declare
  commitment_of uuid := case tg_table_name when 'commitment' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'commitment_id')::uuid end;
begin
  if (select amount_cents from commitment where id = commitment_of)
      <> (select sum(amount_cents) from commitment_part where commitment_id = commitment_of) then
    raise exception using errcode = 'check_violation', constraint = 'commitment_is_its_parts',
      message = 'A commitment is the sum of its parts.';
  end if;
  return null;
end $$;
create constraint trigger commitment_part_adds_up after insert on commitment_part deferrable initially deferred
  for each row execute function commitment_is_its_parts();
create constraint trigger commitment_adds_up after update on commitment deferrable initially deferred
  for each row when (old.amount_cents <> new.amount_cents) execute function commitment_is_its_parts();

alter table commitment_part enable row level security;
alter table commitment_part force row level security;
create policy commitment_part_confidential on commitment_part
  using (app_in_region(region_id) and app_role() in ('coordinator', 'finance', 'system'));

-- The price of a session that goes ahead is that part of its commitment.
create or replace view priced_session with (security_invoker = true) as
  select s.id session_id, coalesce(k.amount_cents, a.price_cents, l.price_cents) price_cents,
    coalesce(k.is_demo, a.is_demo, l.is_demo) is_demo, a.session_id is not null is_agreed
  from session s
  left join lateral (
    select t.amount_cents, c.is_demo from commitment c join commitment_part t on t.commitment_id = c.id and t.kind = 'price'
    where c.session_id = s.id) k on true
  left join session_price a on a.session_id = s.id
  left join lateral (
    select p.price_cents, p.is_demo from course_price p
    where p.course_id = s.course_id
      and (p.valid_from is null or p.valid_from <= (select max(d.local_date) from session_part d where d.session_id = s.id))
    order by p.valid_from desc nulls last limit 1) l on true;
