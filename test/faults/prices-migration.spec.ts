import { newId } from '../../src/shared/ids.js';
import { startMigrating, type Migrating } from '../support/migrating.js';

// The first version in which a course has a list of prices.
const BEFORE = '0070';

let database: Migrating;

beforeAll(async () => {
  database = await startMigrating();
});
afterAll(() => database.drop());

const put = (sql: string, ...values: unknown[]) => database.system.query(sql, values);

/** A region with a course of € 2.500,00 and a grant line for it. */
async function fill() {
  const [region, town, provider, course, award, line] = Array.from({ length: 6 }, () => newId());
  await put("insert into region (id, name) values ($1, 'Flevoland')", region);
  await put(
    "insert into municipality (id, region_id, cbs_code, name) values ($1, $2, 'GM0034', 'Almere')",
    ...[town, region],
  );
  await put(
    "insert into provider (id, region_id, name, crkbo, source) values ($1, $2, 'ROR', true, 'test')",
    ...[provider, region],
  );
  await put(
    `insert into course (id, region_id, code, title, level, day_parts, min_participants, max_participants, provider_id, source)
     values ($1, $2, 'basis', 'Basistraining', 'basic', 2, 1, 20, $3, 'test')`,
    ...[course, region, provider],
  );
  await put("insert into course_price values ($1, $2, 250000, true, 'test')", course, region);
  await put(
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source)
     values ($1, $2, 'B-2026', 'Versterkingsgelden', $3, 2026, 2026, 1000000, true, 'test')`,
    ...[award, region, town],
  );
  await put(
    "insert into grant_line (id, grant_id, region_id, code, title, course_level, year) values ($1, $2, $3, '10', 'Basis', 'basic', 2026)",
    ...[line, award, region],
  );
  await put("insert into grant_line_budget values ($1, $2, $3, 1000000, true, 'test')", line, town, region);
  return { region, town, course, line };
}

async function session(
  { region, town, course, line }: Awaited<ReturnType<typeof fill>>,
  status: string,
  cents: number,
): Promise<string> {
  const id = newId();
  await put(
    `insert into session (id, region_id, course_id, payer_municipality_id, status, capacity, minimum, release_on, decide_on, created_at)
     values ($1, $2, $3, $4, $5, 10, 1, '2026-11-01', '2026-11-01', now())`,
    ...[id, region, course, town, status],
  );
  await put('insert into session_price values ($1, $2, $3, true)', id, region, cents);
  if (status === 'confirmed')
    await put(
      `insert into commitment (id, region_id, session_id, grant_line_id, municipality_id, amount_cents, is_demo, committed_at)
       values ($1, $2, $3, $4, $5, $6, true, now())`,
      ...[newId(), region, id, line, town, cents],
    );
  return id;
}

test('a session that had the price of the catalogue follows the list, another price stays agreed, and what was committed is a part', async () => {
  await database.migrate(null, BEFORE);
  const world = await fill();
  const open = await session(world, 'open', 250_000);
  const agreed = await session(world, 'open', 199_950);
  const going = await session(world, 'confirmed', 250_000);
  const dearer = await session(world, 'confirmed', 260_000);
  await database.migrate(BEFORE, null);
  await put(
    `insert into course_price (course_id, region_id, valid_from, price_cents, is_demo, source) values ($1, $2, '2026-01-01', 300000, false, 'x')`,
    ...[world.course, world.region],
  );
  await put('delete from course_price where valid_from is null');
  for (const id of [open, agreed, going, dearer])
    await put(
      `insert into session_part (id, session_id, ordinal, local_date, start_time, end_time, time_zone, starts_at, ends_at)
       values ($1, $2, 1, '2026-11-12', '09:30', '12:30', 'Europe/Amsterdam', '2026-11-12T08:30Z', '2026-11-12T11:30Z')`,
      ...[newId(), id],
    );
  const { rows } = await database.system.query<{ id: string; price: string; agreed: boolean }>(
    'select session_id id, price_cents price, is_agreed agreed from priced_session',
  );
  const found = new Map(rows.map(({ id, price, agreed: isAgreed }) => [id, [Number(price), isAgreed]]));
  expect([open, agreed, going, dearer].map((id) => found.get(id))).toEqual([
    [300_000, false],
    [199_950, true],
    [250_000, false],
    [260_000, true],
  ]);
  const parts = await database.system.query({
    text: 'select number, kind, description, amount_cents, vat_treatment, reason from commitment_part order by amount_cents',
    rowMode: 'array',
  });
  expect(parts.rows).toEqual([
    [1, 'price', 'Basistraining', '250000', 'exempt', null],
    [1, 'price', 'Basistraining', '260000', 'exempt', null],
  ]);
});
