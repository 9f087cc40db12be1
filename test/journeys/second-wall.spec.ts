import pg from 'pg';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { MatrixWorld } from '../support/matrix-world.js';
import { REPORTED } from '../support/sample-requests.js';

/** Tables that name a municipality and are for the whole region all the same, with the reason. */
const forTheRegion: Readonly<Record<string, string>> = {
  venue: 'everyone may know where trainings are given',
  seat_quota: 'everyone may see for whom seats in a session are kept',
};
/** Tables without row-level security: they hold ids, and no actor but the system works with them. */
const withoutRows = ['job', 'migration', 'outbox', 'recurring_run'];

let app: TestApp;
/** As the application's own role, to which row-level security applies. */
let wall: pg.Client;
let tables: string[];
let municipal: string[];
let ids: { region: string; almere: string; dronten: string };

beforeAll(async () => {
  app = await startApp();
  await fillEveryTable(await MatrixWorld.make(app));
  wall = new pg.Client({ connectionString: app.database.url });
  await wall.connect();
  const { owner } = app.database;
  const names = async (sql: string) =>
    (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  tables = await names(
    "select table_name name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  municipal = await names(
    `select c.table_name name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'municipality_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
  );
});
afterAll(async () => {
  await wall.end();
  await app.stop();
});

/** One row of Almere and one of Dronten in every table that names a municipality. */
async function fillEveryTable(world: MatrixWorld): Promise<void> {
  const { owner } = app.database;
  const one = async (sql: string): Promise<string> => (await owner.query<{ id: string }>(sql)).rows[0]!.id;
  ids = {
    region: await one("select id from region where name = 'Flevoland'"),
    almere: await one(
      "select m.id from municipality m join region r on r.id = m.region_id where m.name = 'Almere' and r.name = 'Flevoland'",
    ),
    dronten: await one(
      "select m.id from municipality m join region r on r.id = m.region_id where m.name = 'Dronten' and r.name = 'Flevoland'",
    ),
  };
  for (const place of ['own', 'other'] as const) {
    const municipality = place === 'own' ? ids.almere : ids.dronten;
    await world.subject('certificates', place);
    const commitment = await world.subject('commitments', place);
    const session = await world.session(place);
    const run = (sql: string, ...values: unknown[]) => owner.query(sql, values);
    await run('insert into seat_quota values ($1, $2, 3)', session, municipality);
    await run(
      'insert into allotment_use select $1, id, region_id, municipality_id, now() from allotment where municipality_id = $2',
      session,
      municipality,
    );
    await run(
      `insert into realisation (id, region_id, commitment_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date, cost_date, amount_cents, vat_treatment, recorded_at)
       select $1, $2, id, grant_line_id, $4, 'ROR', $5, '2026-03-01', '2026-03-01', 1, 'exempt', now() from commitment where id = $3`,
      newId(),
      ids.region,
      commitment,
      municipality,
      place,
    );
    await run(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
       select region_id, grant_line_id, municipality_id, 'commitment', 1, '2026-03-01', 2026, now(), 'session', $1, 'x' from grant_line_budget where municipality_id = $2`,
      session,
      municipality,
    );
    await run(
      `insert into training_history (id, region_id, municipality_id, year, professionals_trained, source) values ($1, $2, $3, 2015, 1, 'test')`,
      newId(),
      ids.region,
      municipality,
    );
    await run(
      "insert into calendar_feed (id, region_id, account_id, municipality_id, token_hash, created_at) select $1, $2, id, $3, $4, now() from account where role = 'coordinator'",
      newId(),
      ids.region,
      municipality,
      place,
    );
    const mail = newId();
    await run(
      `insert into message (id, region_id, municipality_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
       values ($1, $2, $3, $4, 'test', 'test', 'nl', 'x', $5, 'x', 'x', 'x', false, 'failed', now(), now())`,
      ...[mail, ids.region, municipality, `wall:${place}`, `${place}@example.nl`],
    );
    await run(
      "insert into dead_address values ($1, $2, 'x', $3, $4, '550', now())",
      ...[ids.region, municipality, `${place}@example.nl`, mail],
    );
    await run(
      "insert into returned_mail values ($1, 'auto-reply', $2, $3, null, now())",
      ...[mail, ids.region, municipality],
    );
    await run(
      "insert into wording (id, region_id, municipality_id, kind, locale, version, opening, written_at) values ($1, $2, $3, 'reminder', 'nl', 1, 'x', now())",
      ...[newId(), ids.region, municipality],
    );
    await run(
      "insert into certificate_look values ($1, $2, $3, 1, '#0b5c4b', null, now())",
      ...[newId(), ids.region, municipality],
    );
    await run(
      `insert into appointment_answer
       select id, 1, region_id, municipality_id, 'accepted', 0, now() from enrolment where municipality_id = $1 limit 1`,
      municipality,
    );
    await run(
      `insert into certificate_wait
       select e.id, e.region_id, e.municipality_id, e.professional_id, c.id, c.level, '2026-03-01'
       from enrolment e join session s on s.id = e.session_id join course c on c.id = s.course_id
       where e.municipality_id = $1 limit 1`,
      municipality,
    );
    await run(
      `with chosen as (
         insert into sharing_key select $1, $2, 'fixed', now(), id from account where role = 'coordinator' limit 1 returning session_id)
       insert into sharing_percentage select session_id, $3, $2, 10000 from chosen`,
      ...[session, ids.region, municipality],
    );
    await run(
      `insert into cost_share values ($1, $2, 1, $3, $4, 'fixed', 10000, 0, false, now(), null)`,
      ...[newId(), session, municipality, ids.region],
    );
    await world.subject('grant-applications', place);
    const decision = await world.subject('grant-decisions', place);
    await run(
      `insert into budget_change select $1, grant_line_id, municipality_id, region_id, 1 from grant_line_budget where municipality_id = $2 limit 1`,
      ...[decision, municipality],
    );
    await run(
      'insert into allotment_change select $1, id, municipality_id, region_id, 1 from allotment where municipality_id = $2 limit 1',
      ...[decision, municipality],
    );
    await run('insert into curriculum values ($1, $2, 1)', municipality, ids.region);
    await run(
      `insert into curriculum_requirement select $1, id, region_id, 'basic', null from professional_function where region_id = $2`,
      ...[municipality, ids.region],
    );
    await run(
      `insert into curriculum_invitation (professional_id, invited_at, region_id, municipality_id, level, invited_by)
       select p.id, now(), p.region_id, p.municipality_id, 'basic', a.id from professional p, account a
       where p.municipality_id = $1 and a.role = 'coordinator' limit 1`,
      municipality,
    );
    await world.subject(REPORTED, place);
    await world.subject('evaluation-answers', place);
    await world.subject('recognitions', place);
    await world.subject('interests', place);
    await world.subject('needs-polls', place);
    await world.subject('follow-up', place);
    await world.subject('mailbox', place);
    await world.subject('group', place);
  }
  await owner.query('update message set municipality_id = $1 where municipality_id is null', [ids.almere]);
  await owner.query("update account set municipality_id = $1 where role = 'contact'", [ids.almere]);
  await owner.query(
    'insert into venue select gen_random_uuid(), region_id, id, name, name from municipality where id = $1',
    [ids.dronten],
  );
}

/** Runs one statement as this actor, as the transaction helper of the product does, and rolls it back. */
async function as(actor: Readonly<Record<string, string>>, sql: string, values: unknown[] = []) {
  await wall.query('begin');
  try {
    for (const [name, value] of Object.entries(actor))
      await wall.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    return await wall.query<{ count: number }>(sql, values);
  } finally {
    await wall.query('rollback');
  }
}

const contactOfDronten = () => ({ role: 'contact', region: ids.region, municipality: ids.dronten });

test('every table that names a municipality holds rows of Almere', async () => {
  const empty: string[] = [];
  for (const table of municipal) {
    const { rowCount } = await app.database.owner.query(
      `select from ${table} where municipality_id = $1 limit 1`,
      [ids.almere],
    );
    if (rowCount === 0) empty.push(table);
  }
  expect(empty).toEqual([]);
});

test('a contact of Dronten finds no row of Almere in any table', async () => {
  const leaking: string[] = [];
  for (const table of municipal.filter((name) => !(name in forTheRegion))) {
    const found = await as(
      contactOfDronten(),
      `select count(*)::int from ${table} where municipality_id = $1`,
      [ids.almere],
    );
    if (found.rows[0]!.count > 0) leaking.push(table);
  }
  expect(leaking).toEqual([]);
});

test.each([
  'professional',
  'enrolment',
  'certificate',
  'organisation',
  'allotment',
  'grant_line_budget',
  'ledger_entry',
  'cost_share',
])('the same contact does find rows of Dronten in %s', async (table) => {
  const found = await as(
    contactOfDronten(),
    `select count(*)::int from ${table} where municipality_id = $1`,
    [ids.dronten],
  );
  expect(found.rows[0]!.count).toBeGreaterThan(0);
});

test('who says nothing about the actor sees nothing at all', async () => {
  const seen: string[] = [];
  for (const table of tables.filter((name) => !withoutRows.includes(name))) {
    const found = await as({}, `select count(*)::int from ${table}`);
    if (found.rows[0]!.count > 0) seen.push(table);
  }
  expect(seen).toEqual([]);
});

test('an actor of another region sees nothing of this one', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>(
    "select id from region where name = 'Elders'",
  );
  const stranger = { role: 'coordinator', region: rows[0]!.id };
  const seen: string[] = [];
  for (const table of municipal) {
    const found = await as(stranger, `select count(*)::int from ${table} where municipality_id in ($1, $2)`, [
      ids.almere,
      ids.dronten,
    ]);
    if (found.rows[0]!.count > 0) seen.push(table);
  }
  expect(seen).toEqual([]);
});

test('every table has row-level security, forced on its owner too, but those that hold ids only', async () => {
  const { rows } = await app.database.owner.query<{ name: string }>(
    `select relname name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and not (relrowsecurity and relforcerowsecurity) order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(withoutRows);
});

test('no policy asks for each row anew who asks: that takes half of the time of a long list', async () => {
  const { rows } = await app.database.owner.query<{ policy: string }>(
    `select polrelid::regclass || ': ' || polname policy
     from pg_policy, concat(pg_get_expr(polqual, polrelid), ' ', pg_get_expr(polwithcheck, polrelid)) asked
     where replace(asked, 'SELECT app_', '') ~ 'app_[a-z_]+\\('`,
  );
  expect(rows.map(({ policy }) => policy)).toEqual([]);
});

test('a contact cannot write a row of another municipality', async () => {
  const wanted = as(
    contactOfDronten(),
    'update professional set municipality_id = $1 where municipality_id = $2',
    [ids.almere, ids.dronten],
  );
  await expect(wanted).rejects.toThrow(/row-level security/);
});

test.each([
  ['update audit_entry set action = $$x$$', /permission denied/],
  ['delete from audit_entry', /permission denied/],
  ['update ledger_entry set amount_cents = 2', /permission denied/],
  ['delete from ledger_entry', /permission denied/],
  ['update commitment_part set amount_cents = 2', /permission denied/],
  ['delete from commitment_part', /permission denied/],
  ['update cost_share set units = 2', /permission denied/],
  ['delete from cost_share', /permission denied/],
  ['update statement_version set version = 2', /permission denied/],
  ['delete from statement_version', /permission denied/],
  ['update council_report_version set version = 2', /permission denied/],
  ['delete from council_report_version', /permission denied/],
  ['update wording set opening = $$x$$', /permission denied/],
  ['delete from wording', /permission denied/],
  ['update certificate_look set accent = null', /permission denied/],
  ['delete from certificate_look', /permission denied/],
  ['truncate enrolment cascade', /permission denied/],
  ['delete from migration', /permission denied/],
  ['create table public.mine (id int)', /permission denied/],
  ['drop table enrolment', /must be owner/],
  ['alter table enrolment disable row level security', /must be owner/],
  ['alter policy enrolment_seen on enrolment using (true)', /must be owner/],
  ['create role stranger', /permission denied/],
])('not even the system can: %s', async (sql, reason) => {
  await expect(as({ role: 'system' }, sql)).rejects.toThrow(reason);
});
