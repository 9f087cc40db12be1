import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import { sendRaw } from '../support/bad-input.js';
import { oddDocuments, oddForms, unreadableDocuments, unreadableTypes } from '../support/bad-requests.js';
import { badValuesFor, leavesOf, withLeaf } from '../support/bad-values.js';
import { asForm, asJson, asUsual, Probe } from '../support/probe.js';
import type { Route } from '../support/routes.js';
import { addressOf, NO_ID } from '../support/sample-requests.js';

// Whatever a form or another system sends: a clear refusal, nothing saved, and never an error of ours.
let probe: Probe;

beforeAll(async () => {
  probe = await Probe.start();
});
afterAll(() => probe.stop());

jest.setTimeout(300_000);

/** The routes that read a body, and of those the ones that need something in it. */
const readers = (): Route[] => probe.routes.filter(({ takesBody }) => takesBody);
const pressesOnly = [
  '/certificates/:number/open-badge',
  '/sign-in/links/:token',
  '/sessions/:id/confirmation',
  '/api/v1/sessions/:id/confirmation',
  '/sessions/:id/enrolment',
  '/enrolments/:id/cancellation',
  '/api/v1/enrolments/:id/cancellation',
];
const takesNothing = new Set([
  ...pressesOnly,
  '/sessions/:id/attendance',
  '/sessions/:id/wishes',
  '/enrolments/:id/remark',
]);
/** Ids that are well formed, and of nothing. */
const NOTHING = ['00000000-0000-0000-0000-000000000000', NO_ID];
const sampleOf = ({ path }: Route) => probe.samples[path]!;

test('every route that reads a body has a sample here', () => {
  expect(readers().filter((route) => !probe.samples[route.path])).toEqual([]);
});

test('a body that cannot be read is refused, whatever the route', async () => {
  const bodies = [
    ...unreadableDocuments.map(asJson),
    asForm(`name=${'x'.repeat(2_000_000)}`),
    ...unreadableTypes.map((type) => ({ body: 'a=1', headers: { 'content-type': type } })),
    { body: 'a=1' },
  ];
  const cases = probe.routes
    .filter(({ method }) => method === 'POST')
    .flatMap((route) => {
      const path = probe.samples[route.path]?.path ?? addressOf(route, probe.region);
      return bodies.map((body) => ({ route, path, refused: true, ...body }));
    });
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('a body so deep that it can hardly be walked is refused for a repeatable request too', async () => {
  const route = readers().find(({ isApi }) => isApi)!;
  const { path } = sampleOf(route);
  const cases = unreadableDocuments.map((document, index) => {
    const { body, headers } = asJson(document);
    return { route, path, refused: true, body, headers: { ...headers, 'idempotency-key': `key-${index}` } };
  });
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('a body of another shape than the route reads is refused', async () => {
  const bodies = [...oddDocuments.map(asJson), ...oddForms.map(asForm)];
  const cases = readers()
    .filter(({ path }) => !pressesOnly.includes(path))
    .flatMap((route) =>
      bodies.map((body) => ({ route, path: sampleOf(route).path, refused: true, ...body })),
    );
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('each value that cannot be is refused, with everything else in order', async () => {
  const cases = readers().flatMap((route) => {
    const { path, body, headers, mayBeEmpty = [], mayBeUnknown = [], mayBeAnything = [] } = sampleOf(route);
    return leavesOf(body).flatMap(({ at, value }) => {
      const field = at.join('.');
      const isRight = (bad: unknown) => {
        if (mayBeAnything.includes(field)) return bad !== '' && typeof bad === 'string';
        if (bad === '' || bad === null) return mayBeEmpty.includes(field);
        return mayBeUnknown.includes(field) && NOTHING.includes(bad as string);
      };
      return badValuesFor(value, route.isApi)
        .filter((bad) => !isRight(bad))
        .map((bad) => {
          const changed = withLeaf(body, at, bad);
          const sent = typeof bad === 'string' ? asUsual(route, changed) : asJson(JSON.stringify(changed));
          return { route, path, refused: true, ...sent, headers: { ...headers, ...sent.headers } };
        });
    });
  });
  expect(await probe.wrongAnswers(cases)).toEqual([]);
});

test('what was refused is accepted once it is in order', async () => {
  const refused: string[] = [];
  for (const route of readers()) {
    const { path, body, headers: more } = sampleOf(route);
    const sent = asUsual(route, body);
    const headers = { ...probe.headersFor(route), ...more, ...sent.headers };
    const { status, text } = await sendRaw(probe.app, {
      ...{ method: route.method, path, body: sent.body, headers },
    });
    // A form and its twin in the API ask for the same: the second of the two comes too late.
    if (status >= 400 && status !== 409 && status !== 412) refused.push(`${route.path}: ${status} ${text}`);
  }
  expect(refused).toEqual([]);
});

test('any document at all is refused where something else is asked for', async () => {
  const strict = readers().filter(({ path }) => !takesNothing.has(path));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...strict), fc.jsonValue(), async (route, value) => {
      const sent = asJson(JSON.stringify(value));
      expect(
        await probe.unclearAnswers([{ route, path: sampleOf(route).path, refused: true, ...sent }]),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('any text at all in a field is accepted or clearly refused', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.double().map(String),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...readers()), fc.nat(), text, async (route, which, value) => {
      const { path, body } = sampleOf(route);
      const leaves = leavesOf(body);
      const leaf = leaves[which % Math.max(1, leaves.length)];
      if (!leaf) return;
      const sent = asUsual(route, withLeaf(body, leaf.at, value));
      expect(await probe.unclearAnswers([{ route, path, ...sent }])).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
