import { jest } from '@jest/globals';
import { sendLines, sendRaw } from '../support/bad-input.js';
import { badCookies, badHeaders, badPathParts, badQueries, badTexts } from '../support/bad-requests.js';
import { Probe } from '../support/probe.js';
import { addressOf, addressOfNothing } from '../support/sample-requests.js';

// Whatever address, query string, header or method is sent: a clear refusal or an ordinary answer, nothing saved, and
// never an error of ours. What stands in bodies is in bad-bodies.spec.ts.
let probe: Probe;

beforeAll(async () => {
  probe = await Probe.start();
});
afterAll(() => probe.stop());

jest.setTimeout(300_000);

test('the app has routes to try', () => {
  expect(probe.routes.length).toBeGreaterThan(80);
});

test('a path that names nothing is not found', async () => {
  const cases = probe.routes.flatMap((route) => {
    const parts = addressOfNothing(route).split('/');
    const places = route.path.split('/').flatMap((part, index) => (part.startsWith(':') ? [index] : []));
    return places.flatMap((place) =>
      badPathParts.map((bad) => ({ route, path: parts.with(place, bad).join('/'), refused: true })),
    );
  });
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('an id of nothing is refused', async () => {
  const cases = probe.routes
    .filter(({ path }) => path.includes(':id'))
    .map((route) => ({ route, path: addressOfNothing(route), refused: true }));
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('a query string of nonsense is refused or read as nothing', async () => {
  const cases = probe.routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route, index) => {
      const named = route.query.flatMap((name) => [
        ...badTexts.map((bad) => `${name}=${bad}`),
        ...[`${name}=a&${name}=b`, `${name}[a][b]=1`],
      ]);
      const path = addressOf(route, probe.region);
      // Every name reads its text in the same few ways: each text goes to a third of the routes, and each route gets a third.
      return [...named, ...badQueries]
        .filter((_query, which) => (index + which) % 3 === 0)
        .map((query) => ({ route, path: `${path}?${query}` }));
    });
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

/** What these do needs no id and no body, so whatever the headers are, it is done. */
const needsNothing = ['/badge-keys', '/sign-out', '/calendar/feeds/own', '/mail/stop', '/mail/start'];

test('headers and cookies of nonsense do no harm', async () => {
  const signedIn = probe.routes.map((route) => probe.headersFor(route)['cookie'] ?? '');
  const headers = [...badCookies.map((cookie) => ({ cookie })), ...badHeaders];
  // Headers are read before the route is: every header goes to a few routes, and every route gets a few headers.
  const cases = headers.flatMap((extra: Readonly<Record<string, string>>, which) =>
    probe.routes.flatMap((route, index) => {
      if ((index + which) % 4 !== 0 || needsNothing.includes(route.path)) return [];
      const path = route.method === 'GET' ? addressOf(route, probe.region) : addressOfNothing(route);
      const both = { ...extra, cookie: `${extra['cookie'] ?? 'a=b'}; ${signedIn[index]}` };
      return [
        { route, path, headers: extra },
        { route, path, headers: both },
      ];
    }),
  );
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('a method that a route does not have is refused, and HEAD and OPTIONS do no harm', async () => {
  const cases = probe.routes.flatMap((route) => {
    const path = addressOf(route, probe.region);
    const has = probe.routes.filter((other) => other.path === route.path).map(({ method }) => String(method));
    const wrong = ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].filter((method) => !has.includes(method));
    return [
      ...wrong.map((method) => ({ route, method, path, refused: true })),
      ...['HEAD', 'OPTIONS'].map((method) => ({ route, method, path })),
    ];
  });
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('the API is the API however its address is written', async () => {
  const answer = await sendRaw(probe.app, { method: 'GET', path: '/%61pi/v1/sessions' });
  expect([answer.status, answer.headers['content-type']]).toEqual([
    401,
    'application/problem+json; charset=utf-8',
  ]);
});

test('a visitor with a very long address is asked to sign in, and the answer fits in a request', async () => {
  const answer = await sendRaw(probe.app, { method: 'GET', path: `/sessions?q=${'%25'.repeat(4_000)}` });
  expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
});

test.each([
  ['no HTTP', 'nonsense\r\n\r\n'],
  ['an unknown version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['a path that is none', 'GET sessions HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a space in the path', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n'],
  ['more headers than fit', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['a URL longer than fits', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0',
  ],
  ['a length below nothing', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  [
    'the address of another site',
    'GET http://elsewhere.example/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ],
  ['an asterisk', 'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
])('a request with %s is refused', async (_what, lines) => {
  const [statusLine = '', rest = ''] = (await sendLines(probe.app, lines)).split(/\r\n([\s\S]*)/);
  expect(statusLine).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(rest).not.toMatch(/\bat .*\.[jt]s:\d+|node_modules|FST_ERR|HPE_/);
});
