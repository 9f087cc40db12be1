-- A file with invoices as a supplier or a financial system sent it, kept as proof.
create table received_file (
  id uuid primary key,
  region_id uuid not null references region,
  file_name text not null,
  media_type text not null constraint received_file_type_known check (media_type in ('application/xml', 'text/csv')),
  content bytea not null,
  sha256 text not null,
  received_at timestamptz not null,
  received_by uuid not null references account,
  constraint received_file_once unique (region_id, sha256)
);
create trigger received_file_is_append_only before update or delete on received_file
  for each row execute function refuse_change();

-- An invoice or credit note that waits to be booked, was booked, or was set aside.
create table received_invoice (
  id uuid primary key,
  region_id uuid not null references region,
  file_id uuid not null references received_file,
  kind text not null constraint received_invoice_kind_known check (kind in ('invoice', 'credit-note')),
  supplier text not null,
  invoice_number text not null,
  invoice_date date not null,
  amount_cents bigint not null constraint received_invoice_amount_positive check (amount_cents > 0),
  vat_treatment text constraint received_invoice_vat_known check (vat_treatment in ('exempt', 'standard-21')),
  delivered_on date,
  about text not null,
  credits text,
  set_aside_at timestamptz,
  set_aside_by uuid references account,
  set_aside_reason text constraint received_invoice_reason_known
    check (set_aside_reason in ('not-ours', 'received-twice', 'disputed', 'other-administration')),
  constraint received_invoice_set_aside_by_someone
    check ((set_aside_at is null) = (set_aside_by is null) and (set_aside_at is null) = (set_aside_reason is null))
);
create unique index received_invoice_once on received_invoice (region_id, lower(supplier), lower(invoice_number))
  where set_aside_at is null;
create index received_invoice_file on received_invoice (file_id);

alter table realisation
  add column received_invoice_id uuid references received_invoice,
  add constraint realisation_received_once unique (received_invoice_id);

do $$
declare t text;
begin
  foreach t in array array['received_file', 'received_invoice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_seen', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''finance'', ''system''))', t || '_of_finance', t);
  end loop;
end $$;

-- What was received is booked as it says, and not once it was set aside; the lock keeps the two apart.
create function realisation_as_received() returns trigger language plpgsql as $$
declare received received_invoice;
begin
  select * into received from received_invoice where id = new.received_invoice_id for share;
  if received.set_aside_at is not null then
    raise exception using errcode = 'check_violation', constraint = 'received_invoice_not_set_aside',
      message = 'The invoice was set aside.';
  end if;
  if (received.invoice_number, received.invoice_date, received.amount_cents)
      is distinct from (new.invoice_number, new.invoice_date, abs(new.amount_cents))
      or (received.kind = 'invoice') <> (new.invoice_id is null) then
    raise exception using errcode = 'check_violation', constraint = 'realisation_as_received',
      message = 'What is booked is not what was received.';
  end if;
  return new;
end $$;
create trigger realisation_as_received before insert on realisation
  for each row when (new.received_invoice_id is not null) execute function realisation_as_received();

-- Setting aside, and taking that back, is all that changes.
create function received_invoice_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{set_aside_at,set_aside_by,set_aside_reason}'::text[])
      <> (to_jsonb(old) - '{set_aside_at,set_aside_by,set_aside_reason}'::text[]) then
    raise exception using errcode = 'check_violation', constraint = 'received_invoice_is_kept',
      message = 'What was received stays as it came.';
  end if;
  if new.set_aside_at is not null and exists (select from realisation where received_invoice_id = new.id) then
    raise exception using errcode = 'check_violation', constraint = 'received_invoice_not_booked',
      message = 'The invoice was booked.';
  end if;
  return new;
end $$;
create trigger received_invoice_is_kept before update or delete on received_invoice
  for each row execute function received_invoice_is_kept();
