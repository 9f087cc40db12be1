-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- A booking says by itself what it is about, in the words of the moment at which it was booked: what is renamed or moved
-- afterwards does not change what an accountant has seen.
alter table ledger_entry
  add decision_number text,
  add line_code text,
  add line_title text,
  add municipality_name text,
  -- The course of the session, or what was ordered.
  add subject text,
  -- The first day of the training.
  add session_date date,
  -- When what was paid for was delivered.
  add cost_date date,
  add supplier text,
  add invoice_number text,
  -- The number of the invoice that a credit note takes back.
  add credited_number text,
  add vat_treatment text,
  -- Whether it reserves or releases an invented price.
  add is_demo boolean;

-- Also for updates, which are refused but in a migration, so that it can fill in words for what was booked before.
create function ledger_entry_keeps_its_words() returns trigger language plpgsql as $$
begin
  select g.decision_number, l.code, l.title into new.decision_number, new.line_code, new.line_title
    from grant_line l join grant_award g on g.id = l.grant_id where l.id = new.grant_line_id;
  select name into new.municipality_name from municipality where id = new.municipality_id;
  select c.title, (select min(p.local_date) from session_part p where p.session_id = s.id) into new.subject, new.session_date
    from session s join course c on c.id = s.course_id where s.id = new.session_id;
  select r.cost_date, r.supplier, r.invoice_number, i.invoice_number, r.vat_treatment
    into new.cost_date, new.supplier, new.invoice_number, new.credited_number, new.vat_treatment
    from realisation r left join realisation i on i.id = r.invoice_id
    where new.source_type <> 'session' and r.id = new.source_id;
  new.is_demo := false;
  if new.commitment_id is not null then
    select coalesce(new.subject, k.description), coalesce(new.supplier, k.supplier), new.kind = 'commitment' and k.is_demo
      into new.subject, new.supplier, new.is_demo from commitment k where k.id = new.commitment_id;
  end if;
  return new;
end $$;
create trigger ledger_entry_keeps_its_words before insert or update on ledger_entry
  for each row execute function ledger_entry_keeps_its_words();

alter table ledger_entry disable trigger ledger_entry_is_append_only;
update ledger_entry set description = description;
alter table ledger_entry enable trigger ledger_entry_is_append_only;
alter table ledger_entry
  alter decision_number set not null,
  alter line_code set not null,
  alter line_title set not null,
  alter municipality_name set not null,
  alter is_demo set not null;
