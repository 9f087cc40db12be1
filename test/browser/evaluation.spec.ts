import type { TestApp } from '../support/app.js';
import { answer, closeSession, givenSession, type GivenSession } from '../support/evaluation.js';
import { signIn } from '../support/client.js';
import { startScreens, type ExampleScreens } from '../support/example-screens.js';
import { type TestRegion } from '../support/region.js';

// From the standard questions to results, on the shipped example, as people do it on their screens, without scripts.
// Each test goes on where the one before it stopped. Every page passed is checked for accessibility and for narrow
// windows.

const COORDINATOR = 'coordinator@flevoland.example';
const ANSWER = /\/evaluation-answers\//;
const WARNING = 'Beschrijf nooit personen of casussen';
const DESK = 1280;
const PHONE = 360;
const LONGEST = 3 * 60_000;

let screens: ExampleScreens;
let app: TestApp;
let session: GivenSession;

beforeAll(async () => {
  screens = await startScreens('2026-10-05T08:00:00Z');
  app = screens.app;
}, LONGEST);
afterEach(async () => {
  expect(await screens.faults()).toEqual([]);
}, LONGEST);
afterAll(() => screens.stop());

/** Five people came to a session of the basic course that was closed just now. */
async function giveSession(): Promise<void> {
  const { rows } = await app.database.owner.query<
    Record<'id' | 'almere' | 'basic' | 'venueId' | 'functionId' | 'trainer', string>
  >(
    `select r.id, (select id from municipality where name = 'Almere') almere, (select id from venue limit 1) "venueId",
       (select id from course where code = 'basis-1d') basic, (select id from professional_function limit 1) "functionId",
       (select id from trainer limit 1) trainer from region r`,
  );
  const { id, almere, basic, venueId, functionId, trainer } = rows[0]!;
  const region = { id, venueId, functionId, municipalities: { Almere: almere }, courses: { basic } };
  const towns = ['Almere', 'Almere', 'Almere', 'Almere', 'Almere'] as const;
  session = await givenSession(app, region as unknown as TestRegion, '2026-10-05 06:00', towns, trainer);
  app.clock.set('2026-10-05T10:00:00Z');
  await closeSession(app, await signIn(app, COORDINATOR), session);
}

test(
  'a coordinator takes the standard questions at one press, and changes one',
  async () => {
    const coordinator = await screens.signedIn(COORDINATOR, DESK);
    await coordinator.follow('Trainingen');
    await coordinator.follow('Eendaagse basistraining radicalisering');
    await coordinator.follow('Evaluatie van deze training');
    await coordinator.press('Neem de standaardvragen');
    expect(await coordinator.text()).toContain('De standaardvragen worden vanaf nu gevraagd.');
    await coordinator.follow(/Wijzig de vragen.*Na afloop/);
    await coordinator.press('Nog een vraag');
    await coordinator.fill(/^Tekst van vraag 10 \(/, 'Waar hoorde u van deze training?');
    await coordinator.choose('Soort van vraag 10', /^keuze/);
    await coordinator.press('Vragenlijst opslaan');
    expect(await coordinator.text()).toContain('Vul ten minste twee keuzes in');
    await coordinator.fill(/^Keuzes bij vraag 10 \(/, 'Van een collega\nVan mijn gemeente');
    await coordinator.press('Vragenlijst opslaan');
    expect(await coordinator.text()).toContain('De vragenlijst is opgeslagen.');
    await coordinator.leave();
  },
  LONGEST,
);

test(
  'a participant answers on a phone, from the mail and without an account',
  async () => {
    await giveSession();
    const [first, ...rest] = session.people;
    for (const person of rest) await answer(app, person, 4, 'Meer oefenen.');
    const participant = await screens.visitor(PHONE);
    await participant.readMail(first!.email, /^Dank u wel/);
    await participant.follow(ANSWER);
    expect(await participant.text()).toContain(WARNING);
    await participant.press('Antwoorden versturen');
    expect(await participant.text()).toMatch(/nog niet klop/);
    await participant.leave();
    await answer(app, first!, 5);
  },
  LONGEST,
);

test(
  'a coordinator reads the results and takes away a comment',
  async () => {
    const coordinator = await screens.signedIn(COORDINATOR, PHONE);
    await coordinator.follow('Evaluaties');
    expect(await coordinator.text()).toContain('5 antwoorden, gemiddeld 4,2');
    await coordinator.follow('Lees de opmerkingen');
    expect(await coordinator.text()).toContain('Meer oefenen.');
    await coordinator.leave();
  },
  LONGEST,
);
