import { startApp, type TestApp } from '../support/app.js';
import { makeBusy, type BusyRegion } from '../support/busy-region.js';
import { copyRows } from '../support/many-rows.js';
import { routesOf, type Route } from '../support/routes.js';
import { addressOf, sampleRequests } from '../support/sample-requests.js';
import { conversationsDuring, type Statement } from '../support/statements.js';
import { visitorsOf } from '../support/visitors.js';

const MANY = 600;
const PAGE = 50;
const SESSION_PAGES = [
  '/sessions/:id',
  '/sessions/:id/participants',
  '/api/v1/sessions/:id',
  '/api/v1/sessions/:id/enrolments',
];
// What a form offers to choose from is one list, however long.
const CHOICES = [
  '/enrolment-links/:token',
  '/follow-up/new',
  '/audit-trail',
  '/grant-applications/:id/lines/:lineId',
  '/grant-applications/:id/lines/new',
  '/grants/:id/shifts/new',
  '/follow-up/preview',
  '/api-keys/new',
  '/audit-trail',
  '/courses/:id/edit',
  '/courses/new',
  '/demand',
  '/demand/courses/:id/session',
  '/needs-polls/new',
  '/calendar/feeds',
  '/professionals',
  '/professionals/new',
  '/sessions/:id/parts/:ordinal',
  '/sessions/:id/seats',
  '/sessions/new',
  '/trainers/:id/edit',
  '/trainers/new',
];
// The coordinator's first page weighs every session that is still to be given; a region has few grants; a calendar
// shows all of its month; a system gets a group as it sent it; everyone is on the list that is signed.
const WHOLE = [
  '/',
  '/api/v1/grants',
  '/calendar',
  '/api/v1/sessions/:id/group-enrolments/:groupId',
  '/sessions/:id/sign-in-sheet',
  '/api/v1/sessions/:id/sign-in-sheet',
];

let app: TestApp;
let region: BusyRegion;
let visitors: Awaited<ReturnType<typeof visitorsOf>>;
let lone: Statement[][];
let withOneParticipant: number[];

beforeAll(async () => {
  app = await startApp({ at: '2026-10-05T08:00:00Z' });
  region = await makeBusy(app);
  visitors = await visitorsOf(app);
  await recordInvoice();
  withOneParticipant = await statementsOfSessionPages();
  lone = await conversationsDuring(enrolNoor);
  await copyRows(app.database, MANY, { account: region.account, enrolment: region.enrolment });
}, 120_000);
afterAll(() => app.stop());

async function recordInvoice(): Promise<void> {
  const { path, body } = sampleRequests(region)['/commitments/:id/invoice']!;
  await fetch(app.url + path, {
    method: 'POST',
    headers: { ...visitors.finance.page, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(body as Record<string, string>),
  });
}

async function enrolNoor(): Promise<void> {
  const answer = await fetch(`${app.url}/api/v1/sessions/${region.open}/enrolments`, {
    method: 'POST',
    headers: { ...visitors.coordinator.api, 'idempotency-key': 'lone', 'content-type': 'application/json' },
    body: JSON.stringify({ professionalId: region.noor }),
  });
  if (answer.status !== 201) throw new Error(`Not enrolled: ${await answer.text()}`);
}

/** What goes to PostgreSQL for a route, asked by the first role that may use it. */
async function statementsOf(route: Pick<Route, 'path' | 'isApi' | 'roles'>): Promise<Statement[]> {
  const visitor = visitors[route.roles[0]!];
  const headers = route.isApi ? visitor.api : visitor.page;
  const asked = await conversationsDuring(() =>
    fetch(app.url + addressOf(route as Route, region), { headers, redirect: 'manual' }).then((answer) =>
      answer.text(),
    ),
  );
  return asked.flat();
}

const pagesOf = (isWanted: (path: string) => boolean): Route[] =>
  routesOf(app).filter(({ method, path }) => method === 'GET' && isWanted(path));

async function statementsOfSessionPages(): Promise<number[]> {
  const counts: number[] = [];
  for (const route of pagesOf((path) => SESSION_PAGES.includes(path)))
    counts.push((await statementsOf(route)).length);
  return counts;
}

const writes = ({ sql }: Statement) => /^\s*(insert|update|delete)\b/i.test(sql);
const isAboutKeys = ({ sql }: Statement) => sql.includes('idempotency_key');
const between = (said: readonly Statement[]) => said.slice(1, -1);

test('a lone enrolment is written in one transaction of at most 8 statements, not counting its beginning and its end', () => {
  const writing = lone.filter((said) => said.some(writes));
  expect(writing).toHaveLength(1);
  expect(between(writing[0]!).filter((said) => !isAboutKeys(said)).length).toBeLessThanOrEqual(8);
});

test('an idempotency key adds two statements to that transaction: whether it was answered before, and the answer', () => {
  expect(lone.map((said) => said.filter(isAboutKeys).length)).toEqual([0, 2]);
});

test('around it one thing is looked up, in one statement: who asks', () => {
  const looks = lone.filter((said) => !said.some(writes));
  expect(looks.map((said) => between(said).length)).toEqual([1]);
});

test(`the pages of a session with ${MANY} participants send as many messages to PostgreSQL as with one`, async () => {
  expect(withOneParticipant).toHaveLength(SESSION_PAGES.length);
  expect(await statementsOfSessionPages()).toEqual(withOneParticipant);
});

test(`with ${MANY} rows of everything no statement of a page or list answers more than ${PAGE}: PostgreSQL cuts the pages`, async () => {
  const long: string[] = [];
  const files = /\.\w+$|\/pdf$/;
  for (const route of pagesOf((path) => !files.test(path) && ![...CHOICES, ...WHOLE].includes(path)))
    for (const { sql, rows } of await statementsOf(route))
      if (rows > PAGE) long.push(`${route.path}: ${rows} rows of ${sql.trim()}`);
  expect(long).toEqual([]);
});

test('each route that is left out of that has a reason to be: it does answer more rows at once', async () => {
  const needless: string[] = [];
  for (const route of pagesOf((path) => [...CHOICES, ...WHOLE].includes(path)))
    if ((await statementsOf(route)).every(({ rows }) => rows <= PAGE)) needless.push(route.path);
  expect(needless).toEqual([]);
});
