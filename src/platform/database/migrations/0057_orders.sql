-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- A commitment is for a session, or for an order: what is ordered, from whom, and when it will have been delivered.
alter table commitment
  alter session_id drop not null,
  add supplier text,
  add description text,
  add cost_date date,
  add constraint commitment_of_session_or_order check (
    num_nonnulls(supplier, description, cost_date) = case when session_id is null then 3 else 0 end);

-- Which commitment a booking adds to, takes from or spends; none for a cost that nothing was reserved for.
alter table ledger_entry
  add commitment_id uuid references commitment,
  drop constraint ledger_entry_source_known,
  add constraint ledger_entry_source_known check (source_type in ('session', 'invoice', 'credit-note', 'share', 'order'));
alter table ledger_entry disable trigger ledger_entry_is_append_only;
update ledger_entry e set commitment_id = k.id from commitment k where k.session_id = e.session_id;
alter table ledger_entry enable trigger ledger_entry_is_append_only;
create index ledger_entry_commitment on ledger_entry (commitment_id);
