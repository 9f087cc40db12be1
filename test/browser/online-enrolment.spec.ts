import type { Page } from 'playwright-core';
import { freePort } from '../../src/platform/database/embedded-programs.js';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { PageInspection } from '../support/page-inspection.js';
import { Person } from '../support/person.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

// Someone without an account enrols, without scripts, on the narrowest screen, a phone and a desk. Every page passed
// is checked for accessibility and for narrow windows.

const DOMAIN = 'voorbeeldschool.example';
const COORDINATOR = 'coordinator@regio.example';
const LONGEST = 3 * 60_000;

let app: TestApp;
let region: TestRegion;
let session: string;
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
  region = await createRegion(app.database);
  await createAccount(app.database, region, 'coordinator', { email: COORDINATOR, name: 'Coen Voorbeeld' });
  await app.database.owner.query(
    `insert into organisation (id, region_id, municipality_id, name, email_domain, contact_name, contact_email, review_on)
     values ($1, $2, $3, 'Voorbeeldschool', $4, 'Contact Voorbeeld', 'contact@example.nl', '2027-01-01')`,
    [newId(), region.id, region.municipalities.Almere, DOMAIN],
  );
  session = await createSession(app.database, region, {
    date: '2026-11-12',
    capacity: 3,
    quotas: { Urk: 1 },
  });
  inspection = await PageInspection.open(chromium.browser);
}, LONGEST);
afterEach(async () => {
  expect(await inspection.found()).toEqual([]);
}, LONGEST);
afterAll(async () => {
  for (const stop of stopping) await stop();
});

const visitor = (width: number) => Person.at(app.url, chromium.browser, inspection, width);

/** What the person's browser asked of Leerlijn from now on, the mailbox left out: every page and every press. */
function walkOf(page: Page): string[] {
  const steps: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (!request.isNavigationRequest() || path.startsWith('/local/')) return;
    steps.push(`${request.method()} ${path.replace(session, ':id').replace(/[\w-]{43}/, ':token')}`);
  });
  return steps;
}

test(
  'a coordinator ticks what the session asks',
  async () => {
    const coordinator = await visitor(1280);
    await coordinator.signIn(COORDINATOR);
    await coordinator.open(`/sessions/${session}`);
    await coordinator.follow('Bekijk de wensen van deelnemers');
    await coordinator.page.getByLabel('Vraag naar dieetwensen').check();
    await coordinator.press('Vragen bewaren');
    expect(await coordinator.text()).toContain('Nog geen wensen');
    await coordinator.leave();
  },
  LONGEST,
);

test.each([
  ['the narrowest screen', 320, 'confirmed'],
  ['a phone', 360, 'confirmed'],
  ['a desk, where a seat that is left is held for another municipality', 1280, 'waiting'],
])(
  'someone new enrols on %s: two pages, three presses, two fields',
  async (_, width, outcome) => {
    const person = await visitor(width);
    const email = `vera.voorbeeld.${'abc'.charAt([320, 360, 1280].indexOf(width))}@${DOMAIN}`;
    await person.open('/');
    await person.follow('Bekijk welke trainingen open zijn');
    await person.follow('Basistraining');
    const walk = walkOf(person.page);
    await person.fill('Zakelijk e-mailadres', email);
    await person.press('Schrijf mij in');
    await person.readMail(email, /^Rond uw inschrijving af: Basistraining op donderdag 12 november 2026/);
    await person.follow(/\/enrolment-links\//);
    await person.choose('Functie', /^jongerenwerker/);
    await person.press('Schrijf u in');
    expect(await person.text()).toContain(
      outcome === 'confirmed' ? 'U bent ingeschreven.' : 'U staat op nummer 1 van de wachtlijst',
    );
    expect(walk).toEqual([
      'POST /open-sessions/:id/link',
      'GET /open-sessions/:id/sent',
      'GET /enrolment-links/:token',
      'POST /enrolment-links/:token',
      'GET /sessions/:id',
    ]);
    await person.leave();
  },
  LONGEST,
);

test(
  'whoever is not recognised chooses the organisation, puts right what is missing, and tells a wish',
  async () => {
    const person = await visitor(360);
    const later = await createSession(app.database, region, { date: '2026-11-19' });
    await app.database.owner.query('update session set asks_dietary = true, asks_accessibility = true');
    await person.open('/sign-in');
    await person.follow('Bekijk welke trainingen open zijn');
    await person.open(`/open-sessions/${later}`);
    await person.press('Schrijf mij in');
    await person.fill('Zakelijk e-mailadres', 'iemand@post.example');
    await person.press('Schrijf mij in');
    await person.readMail('iemand@post.example', /^Rond uw inschrijving af/);
    await person.follow(/\/enrolment-links\//);
    expect(await person.text()).toContain('Almere: Coen Voorbeeld (coordinator@regio.example)');
    await person.press('Schrijf u in');
    await person.fill('Uw naam', 'Iemand Voorbeeld');
    await person.choose('Organisatie', /Voorbeeldschool/);
    await person.choose('Functie', /^jongerenwerker/);
    await person.fill('Dieetwensen', 'Geen hazelnoten');
    await person.press('Schrijf u in');
    await person.follow('Geef uw wensen door');
    await person.fill('Wat u nodig hebt om mee te doen', 'Een plaats voor een rolstoel');
    await person.press('Wensen bewaren');
    await person.follow(/^Wensen doorgeven/);
    await person.leave();
    app.clock.advance({ minutes: 1 });
    const coordinator = await visitor(1280);
    await coordinator.signIn(COORDINATOR);
    await coordinator.open(`/sessions/${later}/wishes`);
    expect(await coordinator.text()).toContain(
      'Iemand Voorbeeld Geen hazelnoten Een plaats voor een rolstoel',
    );
    await coordinator.leave();
  },
  LONGEST,
);

test(
  'whoever is known confirms on one page',
  async () => {
    const person = await visitor(360);
    const email = `vera.voorbeeld.a@${DOMAIN}`;
    const later = await createSession(app.database, region, { date: '2026-11-26' });
    await person.open(`/open-sessions/${later}`);
    await person.fill('Zakelijk e-mailadres', email);
    await person.press('Schrijf mij in');
    await person.readMail(email, /^Rond uw inschrijving af: Basistraining op donderdag 26 november 2026/);
    await person.follow(/\/enrolment-links\//);
    await person.press('Schrijf u in');
    expect(await person.text()).toContain('U bent ingeschreven.');
    await person.open(`/open-sessions/${later}`);
    await person.follow('Ga verder met uw account');
    await person.leave();
  },
  LONGEST,
);
