-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- A price holds from its day until the day of the next one; null is from the beginning. So no two of them overlap.
alter table course_price
  drop constraint course_price_pkey,
  add id uuid not null default gen_random_uuid() primary key,
  add valid_from date constraint course_price_day_known check (valid_from >= '1900-01-01' and valid_from < '2200-01-01'),
  add constraint course_price_once_from_a_day unique nulls not distinct (course_id, valid_from);
-- A price is never changed: it is followed by another one, or withdrawn.
create trigger course_price_stays before update on course_price for each row execute function refuse_change();

-- Only what was agreed for one session itself stands here; the others follow the list until they are committed.
delete from session_price sp using session s, course_price cp
  where s.id = sp.session_id and cp.course_id = s.course_id and (cp.price_cents, cp.is_demo) = (sp.price_cents, sp.is_demo)
    and (s.status in ('draft', 'open') or exists (select from commitment k where k.session_id = s.id));

-- What each session costs: as committed, or as agreed, or else as the list says on its last day, when the training has
-- been delivered.
create view priced_session with (security_invoker = true) as
  select s.id session_id, coalesce(k.amount_cents, a.price_cents, l.price_cents) price_cents,
    coalesce(k.is_demo, a.is_demo, l.is_demo) is_demo, a.session_id is not null is_agreed
  from session s
  left join commitment k on k.session_id = s.id
  left join session_price a on a.session_id = s.id
  left join lateral (
    select p.price_cents, p.is_demo from course_price p
    where p.course_id = s.course_id
      and (p.valid_from is null or p.valid_from <= (select max(d.local_date) from session_part d where d.session_id = s.id))
    order by p.valid_from desc nulls last limit 1) l on true;
