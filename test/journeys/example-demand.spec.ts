import { addExampleDemand } from '../../src/example-demand.js';
import { RegionService } from '../../src/people/region.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, signIn } from '../support/client.js';
import { importExample } from '../support/imports.js';

let app: TestApp;
let regionId: string;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-10-05T08:00:00Z' });
  await importExample(app);
  regionId = (await app.app.get(RegionService, { strict: false }).find('Flevoland'))!;
  await addExampleDemand(app.app, regionId);
  await app.work();
  coordinator = await signIn(app, 'coordinator@flevoland.example');
}, 120_000);
afterAll(() => app.stop());

const csv = async () => (await coordinator.get('/demand.csv')).text.split('\r\n');

test('the demand of the example is there at the first look: by name, and in numbers', async () => {
  const lines = await csv();
  expect(lines).toContainEqual(
    expect.stringMatching(/^Omgaan met radicalisering;Almere;jongerenwerker;0;2;6;6;/),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/^Eendaagse basistraining radicalisering;Lelystad;baliemedewerker;0;1;0;1;/),
  );
});

test('its poll is open, and some organisations answered it', async () => {
  const polls = await coordinator.get('/needs-polls');
  expect(polls.text).toContain('Voorbeeldpeiling');
  expect(polls.text).toContain('Antwoord van 6 van de 15 organisaties.');
});

test('every organisation gets a letter, with a link that shows what it answered', async () => {
  const { rows } = await app.database.owner.query<{ text_body: string }>(
    "select text_body from message where to_address = 'contact@jongerenwerk-almere.example'",
  );
  const link = /\/poll-answers\/[\w-]{43}/.exec(rows[0]!.text_body)![0];
  expect((await new Client(app.url).get(link)).text).toContain('value="9"');
});

test('making it again changes nothing, also after the poll closed', async () => {
  const before = await csv();
  app.clock.set('2026-12-05T08:00:00Z');
  await addExampleDemand(app.app, regionId);
  coordinator = await signIn(app, 'coordinator@flevoland.example');
  expect(await csv()).toEqual(before);
});

test('what a crash cut off is made at the next start', async () => {
  app.clock.set('2026-10-05T09:00:00Z');
  const before = await csv();
  await app.database.owner.query('delete from needs_poll_answer where people in (6, 11)');
  await app.database.owner.query(
    `update needs_poll_organisation o set answered_at = null from organisation g
     where g.id = o.organisation_id and g.name in ('Jongerenwerk Voorbeeld Almere', 'Welzijn Voorbeeld Lelystad')`,
  );
  await app.database.owner.query(
    "delete from interest i using professional p where p.id = i.professional_id and p.name = 'Hugo Voorbeeld'",
  );
  expect(await csv()).not.toEqual(before);
  await addExampleDemand(app.app, regionId);
  expect(await csv()).toEqual(before);
});
