-- A file of the municipality's financial administration, held against our bookings of one year.
create table reconciliation (
  id uuid primary key,
  region_id uuid not null references region,
  year integer constraint reconciliation_year_sensible check (year between 2000 and 2100),
  file_name text not null,
  content bytea not null,
  sha256 text not null,
  -- Which column holds what; null until someone said so.
  mapping jsonb,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references account,
  constraint reconciliation_mapped_for_a_year check ((year is null) = (mapping is null))
);
create table reconciliation_line (
  reconciliation_id uuid not null references reconciliation,
  line integer not null,
  region_id uuid not null references region,
  invoice_number text not null,
  supplier text,
  booked_on date,
  reference text not null,
  amount_cents bigint not null,
  primary key (reconciliation_id, line)
);
create trigger reconciliation_line_is_append_only before update or delete on reconciliation_line
  for each row execute function refuse_change();

-- By what an invoice number is the same in two administrations: its letters and digits.
create function invoice_key(invoice_number text) returns text language sql immutable as
  $$ select regexp_replace(lower(invoice_number), '[^[:alnum:]]', '', 'g') $$;

do $$
declare t text;
begin
  foreach t in array array['reconciliation', 'reconciliation_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select using (app_in_region(region_id) and app_role() in (''coordinator'', ''finance'', ''system''))', t || '_seen', t);
    execute format('create policy %I on %I using (app_in_region(region_id) and app_role() in (''finance'', ''system''))', t || '_of_finance', t);
  end loop;
end $$;

-- Once its columns are known a file stays as it was read.
create function reconciliation_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.mapping is not null
      or (to_jsonb(new) - '{year,mapping}'::text[]) <> (to_jsonb(old) - '{year,mapping}'::text[]) then
    raise exception using errcode = 'check_violation', constraint = 'reconciliation_is_kept',
      message = 'What was read stays as it was.';
  end if;
  return new;
end $$;
create trigger reconciliation_is_kept before update or delete on reconciliation
  for each row execute function reconciliation_is_kept();
