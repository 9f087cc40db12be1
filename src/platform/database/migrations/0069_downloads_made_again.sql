-- Each download of the ledger, so that the same file can be made again: what was asked, and up to which booking.
create table ledger_download (
  id uuid primary key,
  region_id uuid not null references region,
  made_at timestamptz not null,
  made_by uuid not null references account,
  format text not null constraint ledger_download_format_known check (format in ('csv', 'xlsx')),
  locale text not null constraint ledger_download_locale_known check (locale in ('nl', 'en')),
  filter jsonb not null,
  -- The last booking that was there; see ledger_mark.
  up_to bigint not null,
  bookings integer not null constraint ledger_download_counts check (bookings >= 0),
  -- Of how a file is made: its columns and how its cells are written.
  layout integer not null,
  sha256 text not null
);
create index ledger_download_region on ledger_download (region_id, made_at);
create trigger ledger_download_is_append_only before update or delete on ledger_download
  for each row execute function refuse_change();
alter table ledger_download enable row level security;
alter table ledger_download force row level security;
create policy ledger_download_confidential on ledger_download
  using (app_in_region(region_id) and app_role() in ('coordinator', 'finance', 'system'));

-- The last booking of a region below which no booking can come any more: numbers are given before bookings are seen, so
-- that a lower one may come later. Bookings share this lock until they are seen; whoever has it alone sees all of them.
create function ledger_mark(region uuid) returns bigint language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7253, hashtext(region::text));
  return (select coalesce(max(id), 0) from ledger_entry where region_id = region);
end $$;
