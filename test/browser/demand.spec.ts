import type { TestApp } from '../support/app.js';
import { startScreens, type ExampleScreens } from '../support/example-screens.js';

// From a question without a date to a seat, on the shipped example, as people do it on their screens, without
// scripts. Each test goes on where the one before it stopped. Every page passed is checked for accessibility and for
// narrow windows.

const COORDINATOR = 'coordinator@flevoland.example';
const CONTACT = 'contact.almere@flevoland.example';
const NOOR = 'noor.voorbeeld@jongerenwerk-almere.example';
const YOUTH_WORK = 'contact@jongerenwerk-almere.example';
const BASIC = 'Eendaagse basistraining radicalisering';
const DESK = 1280;
const PHONE = 360;
const LONGEST = 3 * 60_000;

let screens: ExampleScreens;
let app: TestApp;

beforeAll(async () => {
  screens = await startScreens('2026-10-05T08:00:00Z');
  app = screens.app;
}, LONGEST);
afterEach(async () => {
  expect(await screens.faults()).toEqual([]);
}, LONGEST);
afterAll(() => screens.stop());

const visitor = (width: number) => screens.visitor(width);
const signedIn = (email: string, width: number) => screens.signedIn(email, width);

test(
  'a professional finds no date and asks to hear of one',
  async () => {
    const noor = await signedIn(NOOR, PHONE);
    await noor.follow('Trainingen');
    await noor.follow(BASIC);
    expect(await noor.text()).toContain('Er staat nu geen uitvoering open voor inschrijving.');
    await noor.press('Laat het mij weten als er een datum is');
    await noor.follow('Mijn trainingen');
    await noor.follow('Bekijk van welke trainingen u een datum wilt horen');
    expect(await noor.text()).toContain(BASIC);
    await noor.leave();
  },
  LONGEST,
);

test(
  'a coordinator sees how many letters a poll sends, sends it, and an organisation answers from the mail',
  async () => {
    const coordinator = await signedIn(COORDINATOR, DESK);
    await coordinator.follow('Vraag');
    await coordinator.follow('Behoeftepeilingen');
    await coordinator.follow('Een behoeftepeiling versturen');
    await coordinator.press('Toon hoeveel mails er gaan');
    expect(await coordinator.text()).toMatch(/nog niet klop/);
    await coordinator.fill('Titel', 'Peiling najaar 2026');
    await coordinator.fill('Antwoorden tot en met', '2026-10-30');
    await coordinator.mark('Trainingen', BASIC);
    await coordinator.press('Toon hoeveel mails er gaan');
    expect(await coordinator.text()).toMatch(/Er gaan \d+ mails weg als u op versturen drukt\./);
    await coordinator.press('Verstuur de mails');
    await app.work();
    const organisation = await visitor(PHONE);
    await organisation.readMail(YOUTH_WORK, /^Peiling najaar 2026/);
    await organisation.follow(/\/poll-answers\//);
    await organisation.fill(/met de functie jongerenwerker/, '6');
    await organisation.press('Verstuur het antwoord');
    expect(await organisation.text()).toContain('bij elkaar 6 plaatsen in trainingen');
    await organisation.leave();
    await coordinator.press('Zoeken');
    expect(await coordinator.text()).toMatch(/Antwoord van 1 van de \d+ organisaties/);
    await coordinator.leave();
  },
  LONGEST,
);

test(
  'a contact sees the demand of the own municipality on a phone',
  async () => {
    const contact = await signedIn(CONTACT, PHONE);
    await contact.follow('Toedelingen');
    await contact.follow('Bekijk de vraag naar trainingen');
    await contact.follow(BASIC);
    expect(await contact.text()).toContain('Noor Voorbeeld');
    await contact.leave();
  },
  LONGEST,
);

test(
  'one button makes the session that answers the demand, and who asked enrols from the mail',
  async () => {
    const coordinator = await signedIn(COORDINATOR, DESK);
    await coordinator.follow('Vraag');
    await coordinator.follow(BASIC);
    await coordinator.follow('Plan een uitvoering voor deze vraag');
    for (const [part, from, to] of [
      [1, '09:30', '12:30'],
      [2, '13:30', '16:30'],
    ] as const) {
      await coordinator.fill(`Datum van dagdeel ${part}`, '2026-11-26');
      await coordinator.fill(`Begintijd van dagdeel ${part}`, from);
      await coordinator.fill(`Eindtijd van dagdeel ${part}`, to);
      await coordinator.choose(`Zaal van dagdeel ${part}`, /^Voorbeeldzaal Stadhuis/);
    }
    await coordinator.press('Plan, open de inschrijving en nodig 1 persoon uit');
    expect(await coordinator.text()).toContain('De uitnodigingen worden nu verstuurd.');
    await coordinator.leave();
    await app.work();
    const noor = await signedIn(NOOR, PHONE);
    await noor.readMail(NOOR, /^Er is een datum voor/);
    await noor.follow(/\/sessions\//);
    await noor.press('Schrijf u in');
    await app.work();
    await noor.open('/interests');
    expect(await noor.text()).toContain('U hebt nog niet om een datum gevraagd');
    await noor.leave();
  },
  LONGEST,
);
