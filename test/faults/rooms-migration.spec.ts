import { newId } from '../../src/shared/ids.js';
import { startMigrating, type Migrating } from '../support/migrating.js';

// The first version that the rows below are older than.
const NEWER = '0006';

let database: Migrating;

beforeAll(async () => {
  database = await startMigrating();
});
afterAll(() => database.drop());

const rowsOf = async (sql: string) => (await database.system.query<Record<string, unknown>>(sql)).rows;

/** One venue with three sessions at one time, of which one was called off, and someone with a seat in the others. */
async function fill(): Promise<void> {
  const [region, town, venue, organisation, professional, work, course] = Array.from({ length: 7 }, () =>
    newId(),
  );
  const put = (sql: string, ...values: unknown[]) => database.system.query(sql, values);
  await put("insert into region values ($1, 'Flevoland')", region);
  await put("insert into municipality values ($1, $2, 'GM0034', 'Almere')", town, region);
  await put(
    "insert into venue values ($1, $2, $3, 'Voorbeeldzaal', 'Voorbeeldplein 1', 40, 'Drempelvrij')",
    venue,
    region,
    town,
  );
  await put("insert into professional_function values ($1, $2, 'boa', 'boa', 'boa')", work, region);
  await put(
    "insert into organisation values ($1, $2, $3, 'Voorbeeld', null, 'x', 'x@example.nl', '2027-01-01')",
    organisation,
    region,
    town,
  );
  await put(
    "insert into professional values ($1, $2, $3, $4, $5, 'Noor Voorbeeld', 'n@example.nl')",
    professional,
    region,
    town,
    organisation,
    work,
  );
  await put(
    "insert into course values ($1, $2, 'basis', 'Basistraining', 'basic', 1, 1, 20, null, 'ROR', 'exempt', 100, true, 'test')",
    course,
    region,
  );
  const named = ['ROR', ' ror ', 'Bureau Zo', 'bureau zo', 'Bureau Zus'];
  for (const [index, provider] of named.entries())
    await put(
      'insert into trainer values ($1, $2, $3, $4, $5)',
      ...[newId(), region, `Trainer ${index}`, `t${index}@example.nl`, provider],
    );
  for (const [index, status] of ['open', 'open', 'cancelled'].entries()) {
    const [session, part] = [newId(), newId()];
    await put(
      "insert into session values ($1, $2, $3, $4, $5, 10, 1, '2026-11-01', 0, 0, 0, 0, 1, now())",
      ...[session, region, course, town, status],
    );
    await put(
      `insert into session_part values ($1, $2, 1, '2026-11-12', '09:30', '12:30', 'Europe/Amsterdam',
         '2026-11-12T08:30Z', '2026-11-12T11:30Z', $3)`,
      ...[part, session, venue],
    );
    if (status === 'open')
      await put(
        "insert into enrolment values ($1, $2, $3, $4, $5, 'confirmed', null, now(), $6)",
        ...[newId(), region, session, professional, town, new Date(1e12 + index)],
      );
  }
}

test('sessions at one venue at one time, and seats in both, are kept when rooms and seats can be booked once', async () => {
  await database.migrate(null, NEWER);
  await fill();
  await database.migrate(NEWER, null);
  expect(
    await rowsOf(
      `select s.status, r.name room, r.capacity, e.during <> '{}' busy from session s join session_part p on p.session_id = s.id
       join room r on r.id = p.room_id left join enrolment e on e.session_id = s.id order by s.status desc, room`,
    ),
  ).toEqual([
    { status: 'open', room: 'Voorbeeldzaal', capacity: 40, busy: true },
    { status: 'open', room: 'Voorbeeldzaal 2', capacity: 40, busy: false },
    { status: 'cancelled', room: 'Voorbeeldzaal', capacity: 40, busy: null },
  ]);
});

test('trainers keep the provider that they named, also one that was in no register', async () => {
  expect(
    await rowsOf(
      `select t.name trainer, lower(p.name) provider, p.crkbo, (select count(*)::int from provider) providers
       from trainer t join provider p on p.id = t.provider_id order by t.name`,
    ),
  ).toEqual([
    { trainer: 'Trainer 0', provider: 'ror', crkbo: true, providers: 3 },
    { trainer: 'Trainer 1', provider: 'ror', crkbo: true, providers: 3 },
    { trainer: 'Trainer 2', provider: 'bureau zo', crkbo: false, providers: 3 },
    { trainer: 'Trainer 3', provider: 'bureau zo', crkbo: false, providers: 3 },
    { trainer: 'Trainer 4', provider: 'bureau zus', crkbo: false, providers: 3 },
  ]);
});
