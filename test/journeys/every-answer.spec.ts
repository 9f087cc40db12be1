import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { endAll, start, until, type Running } from '../support/processes.js';

let database: TestDatabase;
let web: Running;
let url: string;

beforeAll(async () => {
  database = await cloneDatabase();
  web = start('main.js', { DATABASE_URL: database.url });
  await web.says('"address"');
  url = /"address":"([^"]+)"/.exec(web.output())![1]!;
}, 120_000);
afterAll(async () => {
  await endAll();
  await database.drop();
});

const toldOfRequests = () =>
  web
    .output()
    .split('\n')
    .filter((line) => line.includes('"reqId"'))
    .map((line) => JSON.parse(line) as { req?: { path: string }; res?: { status: number } })
    .map(({ req, res }) => [req?.path, res?.status]);

test.each([
  ['a page', '/sign-in', 200],
  ['a page that is not there', '/nowhere', 404],
  ['a document', '/api/v1/openapi.json', 200],
  ['a refusal of the API', '/api/v1/sessions', 401],
  ['a way to another page', '/courses', 303],
])('%s lets a browser run and show nothing of other sites', async (_what, path, status) => {
  const answer = await fetch(url + path, { redirect: 'manual' });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self';");
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('same-origin');
});

test('the log has one line for a request, with two parts of its path and its status, and none for a health check', async () => {
  await fetch(`${url}/healthz`);
  await fetch(`${url}/first/place/secret?code=secret`);
  await fetch(`${url}/second`);
  await until('the last request is in the log', async () => web.output().includes('"/second"'));
  const told = toldOfRequests();
  expect(told.slice(told.findIndex(([path]) => path === '/first/place'))).toEqual([
    ['/first/place', 404],
    ['/second', 404],
  ]);
  expect(told).not.toContainEqual(['/healthz', 200]);
  expect(web.output()).not.toContain('secret');
});
