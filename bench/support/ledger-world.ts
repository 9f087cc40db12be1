import { createGrant } from '../../test/support/grants.js';
import { createRegion, createSession, type TestRegion } from '../../test/support/region.js';
import type { BenchDatabase } from './postgres.js';

const SESSIONS = 1_000;

/**
 * A region of which the ledger of 2026 holds this many bookings: invoices, each of which releases what was reserved and
 * is spent, on a thousand sessions. Triggers rest meanwhile: they would check every one of them.
 */
export async function createLedger(database: BenchDatabase, bookings: number): Promise<TestRegion> {
  const region = await createRegion(database);
  await createGrant(database, region, { basic: { Almere: 1, Dronten: 1, Lelystad: 1, Urk: 1 } });
  await createSession(database, region);
  const client = await database.owner.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(SESSIONS_SQL, [SESSIONS]);
    await client.query(INVOICES_SQL, [bookings / 2]);
    await client.query(BOOKINGS_SQL);
    await client.query('set session_replication_role = origin');
  } finally {
    client.release();
  }
  await database.owner.query('vacuum analyze');
  return region;
}

const SESSIONS_SQL = `with made as (
    insert into session select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).*
    from session s, generate_series(2, $1::int) returning id),
  placed as (
    insert into session_part select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'session_id', made.id, 'room_id', null))).*
    from session_part p, made)
  insert into commitment (id, region_id, session_id, grant_line_id, municipality_id, amount_cents, is_demo, committed_at)
  select gen_random_uuid(), b.region_id, made.id, b.grant_line_id, b.municipality_id, 250000, true, now()
  from (select id, row_number() over () % 4 budget from made) made
  join (select *, row_number() over () - 1 budget from grant_line_budget) b using (budget)`;

const INVOICES_SQL = `insert into realisation (id, region_id, commitment_id, grant_line_id, municipality_id, supplier, invoice_number,
    invoice_date, cost_date, amount_cents, vat_treatment, recorded_at)
  select gen_random_uuid(), k.region_id, k.id, k.grant_line_id, k.municipality_id,
    case n % 5 when 0 then '=Zaal & Zo "De Hoek"' else 'Trainingsbureau Voorbeeld' end, '2026-' || n,
    date '2026-01-01' + n % 365, date '2026-01-01' + n % 365, 1000 + n % 100000, 'standard-21', now()
  from generate_series(1, $1::int) n
  join (select *, row_number() over () number from commitment) k on k.number = 1 + n % (select count(*) from commitment)`;

const BOOKINGS_SQL = `insert into ledger_entry (region_id, grant_line_id, municipality_id, session_id, commitment_id, kind, amount_cents,
    booked_on, year, recorded_at, source_type, source_id, description, decision_number, line_code, line_title, municipality_name,
    subject, session_date, cost_date, supplier, invoice_number, vat_treatment, is_demo)
  select r.region_id, r.grant_line_id, r.municipality_id, k.session_id, k.id, e.kind, e.sign * r.amount_cents, r.invoice_date,
    2026, r.recorded_at, 'invoice', r.id, r.supplier || ' ' || r.invoice_number, g.decision_number, l.code, l.title, m.name,
    (select title from session s join course c on c.id = s.course_id where s.id = k.session_id),
    (select min(local_date) from session_part where session_id = k.session_id),
    r.cost_date, r.supplier, r.invoice_number, r.vat_treatment, e.kind = 'commitment' and k.is_demo
  from realisation r join commitment k on k.id = r.commitment_id
    join grant_line l on l.id = r.grant_line_id join grant_award g on g.id = l.grant_id
    join municipality m on m.id = r.municipality_id, (values ('commitment', -1), ('realisation', 1)) e (kind, sign)
  order by r.invoice_date, r.invoice_number, e.kind`;
