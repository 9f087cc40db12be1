-- An invoice that was booked on the wrong line or municipality is taken back whole for that reason, and is then booked
-- again: under its own number, as the accountant will look for it.
create function taken_back_as_wrong(r realisation) returns boolean language sql stable as $$
  select r.invoice_id is null and r.amount_cents = (
    select coalesce(-sum(n.amount_cents), 0) from realisation n where n.invoice_id = r.id and n.reason = 'booked-wrongly')
$$;

drop index realisation_invoice_unique;
create index realisation_invoice_number on realisation (region_id, lower(supplier), lower(invoice_number));
alter table realisation drop constraint realisation_received_once;
create index realisation_received on realisation (received_invoice_id);

-- The locks let two who book the same invoice see each other; 7265 is a number that no other lock has.
create function realisation_stands_once() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7265, hashtext(concat_ws(E'\n', new.region_id, lower(new.supplier), lower(new.invoice_number))));
  if exists (select from realisation r where r.region_id = new.region_id and lower(r.supplier) = lower(new.supplier)
      and lower(r.invoice_number) = lower(new.invoice_number) and not taken_back_as_wrong(r)) then
    raise exception using errcode = 'unique_violation', constraint = 'realisation_invoice_unique',
      message = 'The invoice has been booked.';
  end if;
  if new.received_invoice_id is not null then
    perform pg_advisory_xact_lock(7265, hashtext(new.received_invoice_id::text));
    if exists (select from realisation r where r.received_invoice_id = new.received_invoice_id and not taken_back_as_wrong(r)) then
      raise exception using errcode = 'unique_violation', constraint = 'realisation_received_once',
        message = 'What was received has been booked.';
    end if;
  end if;
  return new;
end $$;
create trigger realisation_stands_once before insert on realisation
  for each row execute function realisation_stands_once();

create or replace function received_invoice_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{set_aside_at,set_aside_by,set_aside_reason}'::text[])
      <> (to_jsonb(old) - '{set_aside_at,set_aside_by,set_aside_reason}'::text[]) then
    raise exception using errcode = 'check_violation', constraint = 'received_invoice_is_kept',
      message = 'What was received stays as it came.';
  end if;
  if new.set_aside_at is not null and exists (select from realisation r
      where r.received_invoice_id = new.id and not taken_back_as_wrong(r)) then
    raise exception using errcode = 'check_violation', constraint = 'received_invoice_not_booked',
      message = 'The invoice was booked.';
  end if;
  return new;
end $$;
