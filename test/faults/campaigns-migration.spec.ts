import { newId } from '../../src/shared/ids.js';
import { startMigrating, type Migrating } from '../support/migrating.js';

const WAVES = '0037';

let database: Migrating;
const [region, town, session, campaign, mailed, waiting] = Array.from({ length: 6 }, () => newId()) as [
  ...[string, string, string, string, string, string],
];

beforeAll(async () => {
  database = await startMigrating();
});
afterAll(() => database.drop());

const put = (sql: string, ...values: unknown[]) => database.system.query(sql, values);
const rowsOf = async (sql: string) => (await database.system.query<Record<string, unknown>>(sql)).rows;

/** A campaign with one day and two people, of whom one was mailed before the worker stopped. */
async function fill(): Promise<void> {
  const [organisation, work, course, provider] = Array.from({ length: 4 }, () => newId());
  await put("insert into region (id, name) values ($1, 'Flevoland')", region);
  await put(
    "insert into municipality (id, region_id, cbs_code, name) values ($1, $2, 'GM0034', 'Almere')",
    ...[town, region],
  );
  await put("insert into professional_function values ($1, $2, 'boa', 'boa', 'boa')", work, region);
  await put(
    `insert into organisation (id, region_id, municipality_id, name, contact_name, contact_email, review_on)
     values ($1, $2, $3, 'Voorbeeld', 'x', 'x@example.nl', '2027-01-01')`,
    ...[organisation, region, town],
  );
  for (const [index, id] of [mailed, waiting].entries())
    await put(
      `insert into professional (id, region_id, municipality_id, organisation_id, function_id, name, email)
       values ($1, $2, $3, $4, $5, 'Noor Voorbeeld', $6)`,
      ...[id, region, town, organisation, work, `n${index}@example.nl`],
    );
  await put(
    "insert into provider (id, region_id, name, crkbo, source) values ($1, $2, 'ROR', true, 'x')",
    ...[provider, region],
  );
  await put(
    `insert into course (id, region_id, code, title, level, day_parts, min_participants, max_participants, provider_id, source)
     values ($1, $2, 'terugkomdag', 'Terugkomdag', 'follow-up', 1, 1, 20, $3, 'x')`,
    ...[course, region, provider],
  );
  await put(
    `insert into session (id, region_id, course_id, payer_municipality_id, status, capacity, minimum, release_on, decide_on, created_at)
     values ($1, $2, $3, $4, 'open', 12, 1, '2026-12-03', '2026-12-03', now())`,
    ...[session, region, course, town],
  );
  await put(
    "insert into follow_up_campaign values ($1, $2, $3, '2024-09-01', '2026-09-01', '2026-09-01T08:00Z')",
    ...[campaign, region, session],
  );
  for (const id of [mailed, waiting])
    await put(
      "insert into follow_up_invitation values ($1, $2, $3, '2026-09-01T08:00Z')",
      campaign,
      id,
      town,
    );
  await put(
    `insert into message (id, region_id, municipality_id, key, reason, template, locale, to_name, to_address, subject,
       text_body, html_body, holds_secret, status, next_attempt_at, created_at)
     values ($1, $2, $3, $4, 'follow-up.launched', 'follow-up-invitation', 'nl', 'x', 'n0@example.nl', 'x', 'x', 'x', false,
       'failed', now(), '2026-09-01T08:01Z')`,
    ...[newId(), region, town, `follow-up.invited:${campaign}:${mailed}`],
  );
}

test('a campaign that was launched before goes on as one wave to one day, with a name and without a reminder', async () => {
  await database.migrate(null, WAVES);
  await fill();
  await database.migrate(WAVES, null);
  expect(
    await rowsOf(
      `select k.title, k.remind_days, k.stopped_at, d.session_id, w.ordinal, w.due_at
       from follow_up_campaign k join follow_up_day d on d.campaign_id = k.id join follow_up_wave w on w.campaign_id = k.id`,
    ),
  ).toEqual([
    {
      ...{ title: 'Terugkomdag', remind_days: null, stopped_at: null, session_id: session, ordinal: 1 },
      due_at: new Date('2026-09-01T08:00Z'),
    },
  ]);
});

test('who was mailed counts as invited since then, and who was not still has it coming', async () => {
  const rows = await rowsOf(
    'select professional_id id, wave, invited_at, region_id from follow_up_invitation',
  );
  expect(rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))).toEqual(
    [
      { id: mailed, wave: 1, invited_at: new Date('2026-09-01T08:01Z'), region_id: region },
      { id: waiting, wave: 1, invited_at: null, region_id: region },
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
});
