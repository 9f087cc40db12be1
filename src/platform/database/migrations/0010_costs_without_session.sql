-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- A realisation is an invoice on a commitment, an invoice straight on a budget, or a credit note on one of these.
alter table realisation
  alter commitment_id drop not null,
  add grant_line_id uuid,
  -- When what was paid for was delivered: this date decides which grant year bears the cost.
  add cost_date date,
  -- The invoice that a credit note takes back, in whole or in part, and why.
  add invoice_id uuid,
  add reason text,
  drop constraint realisation_amount_positive;
update realisation r set grant_line_id = k.grant_line_id,
  cost_date = (select max(p.local_date) from session_part p where p.session_id = k.session_id)
  from commitment k where k.id = r.commitment_id;
alter table realisation
  alter grant_line_id set not null,
  alter cost_date set not null,
  add constraint realisation_budget foreign key (grant_line_id, municipality_id) references grant_line_budget,
  add constraint realisation_on_budget unique (id, grant_line_id, municipality_id),
  add constraint realisation_credits_same_budget foreign key (invoice_id, grant_line_id, municipality_id)
    references realisation (id, grant_line_id, municipality_id),
  add constraint realisation_amount_sign check (case when invoice_id is null then amount_cents > 0 else amount_cents < 0 end),
  add constraint realisation_reason_known check (case when invoice_id is null then reason is null
    else reason in ('amount-wrong', 'not-delivered', 'invoiced-twice', 'booked-wrongly') and reason is not null end);
create index realisation_commitment on realisation (commitment_id);
create index realisation_invoice on realisation (invoice_id);
create trigger realisation_is_append_only before update or delete on realisation
  for each row execute function refuse_change();

alter table ledger_entry
  drop constraint ledger_entry_source_known,
  add constraint ledger_entry_source_known check (source_type in ('session', 'invoice', 'credit-note'));

-- What is committed is an example as long as a commitment that is still open has an invented price.
create or replace view budget_standing with (security_invoker = true) as
  select b.grant_line_id, b.municipality_id, b.amount_cents granted_cents, b.is_demo granted_is_demo, s.committed_cents, s.realised_cents,
    exists (select from commitment c where c.grant_line_id = b.grant_line_id and c.municipality_id = b.municipality_id
      and c.is_demo and c.settled_at is null) committed_is_demo
  from grant_line_budget b, lateral (
    select coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint committed_cents,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint realised_cents
    from ledger_entry e where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id) s;
