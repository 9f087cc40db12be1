import { freePort } from '../../src/platform/database/embedded-programs.js';
import { startApp, type TestApp } from '../support/app.js';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { importExample } from '../support/imports.js';
import { PageInspection } from '../support/page-inspection.js';
import { Person } from '../support/person.js';

// The main job on the shipped example, as people do it on their screens, without scripts. Each test goes on where
// the one before it stopped. Every page passed is checked for accessibility and for narrow windows.

const COORDINATOR = 'coordinator@flevoland.example';
const CONTACT = 'contact.almere@flevoland.example';
const FINANCE = 'financien@flevoland.example';
const ADMINISTRATOR = 'beheer@flevoland.example';
const TRAINER = 'tess.trainervoorbeeld@ror.example';
const NOOR = 'noor.voorbeeld@jongerenwerk-almere.example';
const DAAN = 'daan.voorbeeld@jongerenwerk-almere.example';
const OZGUR = 'ozgur.verzinsel@jongerenwerk-almere.example';
const BASIC = 'Eendaagse basistraining radicalisering';
const DESK = 1280;
const PHONE = 360;
const LONGEST = 3 * 60_000;

let app: TestApp;
let chromium: TestBrowser;
let inspection: PageInspection;
const stopping: (() => Promise<void>)[] = [];

beforeAll(async () => {
  chromium = await startBrowser();
  stopping.push(() => chromium.stop());
  const port = await freePort();
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  app = await startApp({ at: '2026-10-05T08:00:00Z', env });
  stopping.push(() => app.stop());
  await importExample(app);
  inspection = await PageInspection.open(chromium.browser);
}, LONGEST);
afterEach(async () => {
  expect(await inspection.found()).toEqual([]);
}, LONGEST);
afterAll(async () => {
  for (const stop of stopping) await stop();
});

const visitor = (width: number) => Person.at(app.url, chromium.browser, inspection, width);

async function signedIn(email: string, width: number): Promise<Person> {
  // The newest of several mails is the one of this moment.
  app.clock.advance({ minutes: 1 });
  const person = await visitor(width);
  await person.signIn(email);
  return person;
}

async function fillPart(person: Person, part: number, date: string, from: string, to: string) {
  await person.fill(`Datum van dagdeel ${part}`, date);
  await person.fill(`Begintijd van dagdeel ${part}`, from);
  await person.fill(`Eindtijd van dagdeel ${part}`, to);
  await person.choose(`Zaal van dagdeel ${part}`, /^Voorbeeldzaal Stadhuis/);
  await person.choose(`Trainer van dagdeel ${part}`, /^Tess Trainervoorbeeld/);
}

test(
  'a coordinator sees the allotments, schedules a basic training and opens it',
  async () => {
    const coordinator = await signedIn(COORDINATOR, DESK);
    await coordinator.follow('Toedelingen');
    await coordinator.follow(`Plan ${BASIC} voor Almere`);
    await coordinator.press('Sla op als concept');
    expect(await coordinator.text()).toMatch(/Er (is|zijn) \d+ (ding|dingen) (dat|die) nog niet klop/);
    await fillPart(coordinator, 1, '2026-10-29', '09:30', '12:30');
    await fillPart(coordinator, 2, '2026-10-29', '13:30', '16:30');
    await coordinator.fill('Aantal plaatsen', '2');
    await coordinator.fill('Minimum aantal deelnemers', '1');
    await coordinator.press('Sla op als concept');
    await coordinator.press('Open de inschrijving');
    expect(await coordinator.text()).toContain('De inschrijving is open.');
    await coordinator.leave();
  },
  LONGEST,
);

test(
  'professionals enrol on their phones; who waits moves up when a seat falls free',
  async () => {
    for (const email of [NOOR, DAAN, OZGUR]) {
      const professional = await signedIn(email, PHONE);
      await professional.follow('Uitvoeringen');
      await professional.follow(BASIC);
      await professional.press(email === OZGUR ? 'Zet mij op de wachtlijst' : 'Schrijf u in');
      await professional.leave();
    }
    await app.work();
    const daan = await signedIn(DAAN, PHONE);
    await daan.follow('Mijn trainingen');
    const calendar = await daan.download(/^Zet in uw agenda/);
    expect(calendar.content.toString()).toContain('BEGIN:VCALENDAR');
    await daan.follow(/^Afmelden/);
    await daan.press('Ja, afmelden');
    await daan.leave();
    await app.work();
    const ozgur = await visitor(PHONE);
    await ozgur.readMail(OZGUR, `U bent ingeschreven: ${BASIC} op donderdag 29 oktober 2026`);
    expect(await ozgur.text()).toContain('09:30');
    await ozgur.leave();
  },
  LONGEST,
);

test(
  'a reminder comes by mail one week before, and the coordinator lets the training go ahead',
  async () => {
    app.clock.set('2026-10-22T07:00:00Z');
    await app.recur('reminders.send-due');
    const noor = await visitor(PHONE);
    await noor.readMail(NOOR, /^Herinnering/);
    expect(await noor.text()).toContain('29 oktober 2026');
    await noor.leave();
    const coordinator = await signedIn(COORDINATOR, DESK);
    await coordinator.follow('Uitvoeringen');
    await coordinator.follow(BASIC);
    await coordinator.follow('Bekijk de deelnemers');
    await coordinator.follow('Iemand inschrijven');
    await coordinator.follow(BASIC);
    await coordinator.follow('Laat de uitvoering doorgaan');
    expect(await coordinator.text()).toContain('€ 2.750,00');
    await coordinator.press('Laat de uitvoering doorgaan');
    expect(await coordinator.text()).toContain('Gaat door');
    await coordinator.leave();
  },
  LONGEST,
);

test(
  'the trainer marks attendance on the phone and closes the training',
  async () => {
    app.clock.set('2026-10-29T15:31:00Z');
    const trainer = await signedIn(TRAINER, PHONE);
    await trainer.follow(BASIC);
    await trainer.follow('Vul de aanwezigheid in');
    await trainer.mark('Özgür Verzinsel', 'Te laat');
    await trainer.press('De rest was aanwezig');
    expect(await trainer.text()).toContain('2 van 2 ingevuld');
    await trainer.follow('Dagdeel 2');
    await trainer.press('De rest was aanwezig');
    await trainer.follow('Uitvoering afsluiten');
    expect(await trainer.text()).toContain('2 deelnemers krijgen een certificaat');
    await trainer.press('Afsluiten en certificaten afgeven');
    await trainer.leave();
    await app.work();
  },
  LONGEST,
);

test(
  'a professional downloads the certificate, and anyone can check its number',
  async () => {
    const noor = await signedIn(NOOR, PHONE);
    await noor.follow('Certificaten');
    const certificate = await noor.download(`Download het certificaat van ${BASIC} (PDF)`);
    expect(certificate.content.subarray(0, 5).toString()).toBe('%PDF-');
    await noor.leave();
    const number = /LL-[\w-]+/.exec(certificate.name)![0];
    const employer = await visitor(PHONE);
    await employer.open('/');
    await employer.follow('Controleer een certificaat');
    await employer.press('Controleren');
    await employer.fill('Nummer van het certificaat', number);
    await employer.fill('Naam op het certificaat', 'noor voorbeeld');
    await employer.press('Controleren');
    expect(await employer.text()).toContain('Dit certificaat is echt en geldig.');
    await employer.leave();
  },
  LONGEST,
);

test(
  'finance books the invoice and sees the budget, to the cent, and downloads the ledger',
  async () => {
    const finance = await signedIn(FINANCE, DESK);
    await finance.follow('Verplichtingen');
    await finance.follow(`Boek een factuur voor ${BASIC}, 29 oktober 2026, Almere`);
    await finance.press('Factuur boeken');
    await finance.fill('Factuurnummer', 'V-2026-001');
    await finance.fill('Factuurdatum', '2026-10-29');
    await finance.fill('Bedrag inclusief btw', '2.712,34');
    await finance.press('Factuur boeken');
    await finance.follow('Begroting');
    expect(await finance.text()).toMatch(/Trainingen basis Almere .* € 2\.712,34 € 18\.137,66/);
    await finance.follow('Uitgaven');
    const csv = await finance.download('CSV-bestand');
    expect(csv.content.toString()).toContain('2712,34');
    const xlsx = await finance.download('Excel-bestand');
    expect(xlsx.content.subarray(0, 2).toString()).toBe('PK');
    await finance.leave();
  },
  LONGEST,
);

test(
  'a coordinator plans a follow-up day and invites everyone with a certificate',
  async () => {
    const coordinator = await signedIn(COORDINATOR, DESK);
    await coordinator.follow('Terugkomdagen');
    await coordinator.follow('Uitvoeringen');
    await coordinator.open('/sessions/new');
    await coordinator.follow('Plan deze training Terugkomdag');
    await coordinator.choose('Gemeente die betaalt', /^Almere/);
    await coordinator.fill('Aantal plaatsen', '40');
    await fillPart(coordinator, 1, '2026-12-10', '09:30', '12:30');
    await fillPart(coordinator, 2, '2026-12-10', '13:30', '16:30');
    await coordinator.press('Sla op als concept');
    await coordinator.press('Open de inschrijving');
    await coordinator.follow('Nodig mensen uit');
    await coordinator.press('Bekijk wie een uitnodiging krijgt');
    // Noor, Özgür, and Hidde with a certificate from elsewhere.
    expect(await coordinator.text()).toContain('3 mensen krijgen elk één mail met een uitnodiging.');
    await coordinator.press('Verstuur de uitnodigingen');
    await app.work();
    await coordinator.readMail(NOOR, 'Uitnodiging: Terugkomdag op donderdag 10 december 2026');
    expect(await coordinator.text()).toContain('Terugkomdag');
    await coordinator.leave();
  },
  LONGEST,
);

test.each([
  ['the administrator', ADMINISTRATOR, DESK],
  ['the coordinator, on a phone,', COORDINATOR, PHONE],
  ['a contact, in English,', CONTACT, DESK],
])(
  '%s finds each of their pages',
  async (_, email, width) => {
    const person = await signedIn(email, width);
    if (email === CONTACT) await person.press('English');
    const pages = await person.navigation();
    for (const name of pages) await person.follow(name);
    expect(pages.length).toBeGreaterThan(3);
    await person.leave();
  },
  LONGEST,
);

test(
  'whoever is not signed in finds the public pages, and help when an address is wrong',
  async () => {
    const someone = await visitor(PHONE);
    for (const page of ['/privacy', '/accessibility', '/api', '/sessions']) await someone.open(page);
    expect(await someone.text()).toContain('Inloggen');
    await someone.open('/nergens');
    await someone.follow('Naar de startpagina');
    expect(await someone.text()).toContain('Een certificaat controleren');
    await someone.leave();
  },
  LONGEST,
);
