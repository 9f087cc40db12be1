import { freePort } from '../../src/platform/database/embedded-programs.js';
import { startApp, type TestApp } from '../support/app.js';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { enrol } from '../support/enrolment.js';
import { PageInspection } from '../support/page-inspection.js';
import { Person } from '../support/person.js';
import { createAccount, createProfessional, createRegion, createSession } from '../support/region.js';

const LONGEST = 3 * 60_000;
const LONG_NAME = 'Bram Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska';

let app: TestApp;
let chromium: TestBrowser;

beforeAll(async () => {
  chromium = await startBrowser();
  const port = await freePort();
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  app = await startApp({ at: '2026-10-05T08:00:00Z', env });
}, LONGEST);
afterAll(async () => {
  await app.stop();
  await chromium.stop();
});

test.each([1280, 360])(
  'a contact enrols a group without scripts, on pages that everyone can read, %i pixels wide',
  async (width) => {
    const { database } = app;
    const region = await createRegion(database, `Regio ${width}`);
    const municipalityId = region.municipalities.Almere;
    const { email } = await createAccount(database, region, 'contact', { municipalityId });
    const names = ['Anna Voorbeeld', LONG_NAME, 'Cees Voorbeeld'];
    const people = await Promise.all(
      names.map((name) => createProfessional(database, region, 'Almere', name)),
    );
    const seated = await createProfessional(database, region, 'Almere', 'Dina Voorbeeld');
    const sessionId = await createSession(database, region, { capacity: 3, date: '2026-11-12' });
    await enrol(app, region, seated, sessionId);
    const inspection = await PageInspection.open(chromium.browser);
    const contact = await Person.at(app.url, chromium.browser, inspection, width);
    await contact.signIn(email);

    await contact.open(`/sessions/${sessionId}/participants`);
    await contact.follow('Groep inschrijven');
    await contact.press('Bekijk de lijst');
    expect(await contact.text()).toContain('Plak een lijst of vink mensen aan.');
    const lines = [...people, seated].map((person) => `${person.name}\t${person.email}`);
    await contact.fill(/Lijst uit Excel/, ['Naam\tE-mail', ...lines, 'Onbekend\tweg@example.nl'].join('\n'));
    await contact.press('Bekijk de lijst');
    await contact.press('Hele groep samen, of niemand');
    expect(await contact.text()).toContain('voor de hele groep is er 1 plaats te weinig');
    await contact.press('English');
    expect(await contact.text()).toMatch(/^Check the group .*weg@example\.nl Unknown/);
    await contact.press('Nederlands');
    await contact.press('Inschrijven zover er plaats is; de anderen op de wachtlijst');
    const said = await contact.text();
    expect(said).toContain('De groep is ingeschreven');
    expect(said).toMatch(/Anna Voorbeeld .*Ingeschreven .*Cees Voorbeeld .*Op de wachtlijst Nummer 1/);
    expect(await inspection.found()).toEqual([]);
    await contact.leave();
  },
  LONGEST,
);
