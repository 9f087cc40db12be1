import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { publicFolder, readAssets } from '../../src/platform/web/assets.js';
import { roles, type Role } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { accessTable, type Access, type Reach } from '../support/access-table.js';
import { marks, MatrixWorld, places, type Credentials, type Place } from '../support/matrix-world.js';

const ICON = readAssets(publicFolder).icon.slice('/assets/'.length);
type Asker = Role | 'visitor';
type Outcome = 'allowed' | 'sign in first' | 'refused' | 'missing' | `status ${number}`;

let app: TestApp;
let world: MatrixWorld;
const served = new Set<string>();

/** Fastify itself tells every route it gets, so that none can hide from this test. */
function listen(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }) => {
    // A page can be asked for without its body wherever it can be asked for.
    for (const verb of [method].flat())
      if (verb !== 'HEAD') served.add(`${verb} ${url.replace(/(?<=.)\/$/, '')}`);
  });
}

beforeAll(async () => {
  subscribe('fastify.initialization', listen);
  app = await startApp();
  unsubscribe('fastify.initialization', listen);
  world = await MatrixWorld.make(app);
  // Something of everyone stands in every list from the start.
  for (const place of places)
    for (const collection of ['enrolments', 'certificates', 'commitments', 'interests'])
      await world.subject(collection, place);
});
afterAll(() => app.stop());

/** Reaches in the order in which they widen, each with the places it gets to. */
const placesWithin: Readonly<Record<Reach, readonly Place[]>> = {
  nobody: [],
  self: ['own'],
  municipality: ['own', 'colleague'],
  region: ['own', 'colleague', 'other'],
};

function expected({ route, reach, rowInBody }: Access, asker: Asker, place: Place): Outcome {
  if (reach === 'everyone') return 'allowed';
  if (reach === 'nobody') return 'missing';
  if (asker === 'visitor') return 'sign in first';
  const own = reach[asker];
  if (!own) return 'refused';
  // A kind of mail, or a job, is nobody's: who may ask sees in it what is theirs.
  const namesRow = rowInBody === true || (route.includes('/:') && !/\/(jobs|mail-texts)\//.test(route));
  return !namesRow || placesWithin[own].includes(place) ? 'allowed' : 'missing';
}

async function ask(access: Access, asker: Asker, place: Place, credentials: Credentials) {
  const [method = '', pattern = ''] = access.route.split(' ');
  const isApi = pattern.startsWith('/api/');
  const path = (await fill(pattern, access.rowInBody ? 'own' : place)) + (access.query ?? '');
  const body = method !== 'GET' ? ((await access.body?.(world, place)) ?? {}) : null;
  const answer = await fetch(app.url + path, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(asker === 'visitor'
        ? {}
        : isApi
          ? { authorization: `Bearer ${credentials[asker].api}` }
          : { cookie: `sign-in=${credentials[asker].page}` }),
      ...(body === null
        ? {}
        : { 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' }),
    },
    ...(body === null
      ? {}
      : {
          body: isApi ? JSON.stringify(body) : new URLSearchParams(body as Record<string, string>).toString(),
        }),
  });
  return { outcome: outcomeOf(access, answer), text: await answer.text() };
}

async function fill(pattern: string, place: Place): Promise<string> {
  const segments = pattern.split('/');
  for (const [index, segment] of segments.entries())
    if (segment.startsWith(':')) segments[index] = await world.subject(segments[index - 1]!, place);
  return segments.join('/').replace('*', ICON);
}

function outcomeOf({ reach }: Access, answer: Response): Outcome {
  const goesTo = answer.headers.get('location') ?? '';
  if (answer.status === 401 || (reach !== 'everyone' && /^\/sign-in(\?|$)/.test(goesTo)))
    return 'sign in first';
  if (answer.status === 403) return 'refused';
  if (answer.status === 404) return 'missing';
  return answer.status < 500 ? 'allowed' : `status ${answer.status}`;
}

/** Words that must not reach this asker on any page: other people, and money that is not theirs to see. */
function hiddenFrom(asker: Asker): readonly string[] {
  const everyone = [marks.own, marks.colleague, marks.other];
  const money = [...marks.ownAmounts, ...marks.otherAmounts];
  const hidden: Readonly<Record<Asker, readonly string[]>> = {
    coordinator: [],
    contact: [marks.other, ...marks.otherAmounts],
    trainer: [marks.colleague, marks.other, ...money],
    professional: [marks.colleague, marks.other, ...money],
    finance: everyone,
    // The people's accounts are what an administrator is for; their places and the money are not.
    administrator: money,
    visitor: [...everyone, ...money],
  };
  return [marks.abroad, ...hidden[asker]];
}

// A mailbox that only a developer's own computer has, the page where a certificate's holder is named, and one that
// greets whom its link was mailed to.
const SHOWS_ANYONE = /\/local\/mailbox|\/check\/|\/sign-in\/links|\/follow-up-answers/;

test('the table knows every route that is served, and no other', () => {
  expect([...new Set(accessTable.map(({ route }) => route))].sort()).toEqual([...served].sort());
});

test.each(accessTable.map((access) => [access.route, access] as const))('%s', async (_route, access) => {
  const credentials = await world.signEveryoneIn();
  const namesRow = access.rowInBody === true || access.route.includes('/:');
  const wrong: string[] = [];
  for (const asker of [...roles, 'visitor'] as const)
    for (const place of namesRow ? places : (['own'] as const)) {
      const { outcome, text } = await ask(access, asker, place, credentials);
      const due = expected(access, asker, place);
      if (outcome !== due) wrong.push(`${asker}, ${place}: ${outcome} instead of ${due}`);
      const seen = SHOWS_ANYONE.test(access.route)
        ? []
        : hiddenFrom(asker).filter((mark) => text.includes(mark));
      if (seen.length > 0) wrong.push(`${asker}, ${place}: sees ${seen.join(' and ')}`);
    }
  expect(wrong).toEqual([]);
});
