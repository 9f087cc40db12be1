import type { TestApp } from '../support/app.js';
import { startScreens, type ExampleScreens } from '../support/example-screens.js';
import { createSession, type TestRegion } from '../support/region.js';

// From one press to a seat and a successor, on the shipped example, as people do it on their screens, without scripts.
// Each test goes on where the one before it stopped. Every page passed is checked for accessibility and for narrow
// windows.

const COORDINATOR = 'coordinator@flevoland.example';
const CONTACT = 'contact.almere@flevoland.example';
const NOOR = 'noor.voorbeeld@jongerenwerk-almere.example';
const DAAN = 'daan.voorbeeld@jongerenwerk-almere.example';
const TITLE = 'Terugkomdagen winter';
const ANSWER = /\/follow-up-answers\//;
const DESK = 1280;
const PHONE = 360;
const LONGEST = 3 * 60_000;

let screens: ExampleScreens;
let app: TestApp;

beforeAll(async () => {
  screens = await startScreens('2026-10-05T08:00:00Z');
  app = screens.app;
  await trainSomePeople();
}, LONGEST);
afterEach(async () => {
  expect(await screens.faults()).toEqual([]);
}, LONGEST);
afterAll(() => screens.stop());

/** Two follow-up days, and two people whose earlier education is recognised. */
async function trainSomePeople(): Promise<void> {
  const { owner } = app.database;
  const { rows } = await owner.query<{
    id: string;
    almere: string;
    basic: string;
    followUp: string;
    venueId: string;
  }>(
    `select r.id, (select id from municipality where name = 'Almere') almere, (select id from venue limit 1) "venueId",
       (select id from course where code = 'basis-1d') basic, (select id from course where code = 'terugkomdag') "followUp"
     from region r`,
  );
  const { id, almere, basic, followUp, venueId } = rows[0]!;
  const region = { id, venueId, municipalities: { Almere: almere }, courses: { basic, followUp } };
  for (const date of ['2026-12-03', '2026-12-10']) {
    const session = await createSession(app.database, region as unknown as TestRegion, { date });
    await owner.query('update session set course_id = $2 where id = $1', [session, followUp]);
  }
  await owner.query(
    `insert into recognition (id, region_id, municipality_id, professional_id, level, basis, recorded_at, recorded_by)
     select gen_random_uuid(), p.region_id, p.municipality_id, p.id, 'basic', 'Opleiding elders', '2026-01-10',
       (select id from account where role = 'coordinator' limit 1) from professional p where p.email = any($1)`,
    [[NOOR, DAAN]],
  );
}

test(
  'a coordinator sees who gets an invitation, sends them at one press and follows how far they are',
  async () => {
    const coordinator = await screens.signedIn(COORDINATOR, DESK);
    await coordinator.follow('Terugkomdagen');
    await coordinator.follow('Mensen uitnodigen');
    await coordinator.fill('Naam van de campagne', '');
    await coordinator.press('Bekijk wie een uitnodiging krijgt');
    expect(await coordinator.text()).toMatch(/nog niet klop/);
    await coordinator.fill('Naam van de campagne', TITLE);
    await coordinator.press('Bekijk wie een uitnodiging krijgt');
    expect(await coordinator.text()).toContain('3 mensen krijgen elk één mail met een uitnodiging.');
    await coordinator.follow('Wijzig de campagne');
    await coordinator.press('Bekijk wie een uitnodiging krijgt');
    await coordinator.press('Verstuur de uitnodigingen');
    expect(await coordinator.text()).toContain('0 van 3 uitnodigingen geschreven');
    await coordinator.follow('Laat de pagina stilstaan');
    await app.work();
    await coordinator.follow('Ververs de pagina');
    expect(await coordinator.text()).toContain('Almere 3 3 0 0 0 0');
    await coordinator.leave();
  },
  LONGEST,
);

test(
  'a professional chooses a day from the mail, without an account',
  async () => {
    const noor = await screens.visitor(PHONE);
    await noor.readMail(NOOR, /^Uitnodiging/);
    await noor.follow(ANSWER);
    await noor.press('Verstuur mijn antwoord');
    expect(await noor.text()).toMatch(/nog niet klop/);
    await noor.mark('Wanneer komt u?', await firstDay());
    await noor.press('Verstuur mijn antwoord');
    expect(await noor.text()).toContain('U bent ingeschreven voor donderdag 3 december 2026.');
    await noor.leave();
  },
  LONGEST,
);

/** How the first day is called on the page. */
async function firstDay(): Promise<string> {
  const { rows } = await app.database.owner.query<{ place: string }>(
    `select concat_ws(', ', v.name, r.name, v.address) place from session_part p join room r on r.id = p.room_id
     join venue v on v.id = r.venue_id where p.local_date = '2026-12-03' limit 1`,
  );
  return `donderdag 3 december 2026, 09:30–17:00, ${rows[0]!.place}`;
}

test(
  'another answers to have left, and the contact names a successor who is new',
  async () => {
    const daan = await screens.visitor(PHONE);
    await daan.readMail(DAAN, /^Uitnodiging/);
    await daan.follow(ANSWER);
    await daan.mark('Wanneer komt u?', 'Ik werk hier niet meer');
    await daan.press('Verstuur mijn antwoord');
    expect(await daan.text()).toContain('Uw gemeente kan een opvolger uitnodigen.');
    await daan.leave();
    const contact = await screens.signedIn(CONTACT, PHONE);
    await contact.follow('Terugkomdagen');
    await contact.follow(TITLE);
    await contact.follow('1 persoon werkt er niet meer en heeft nog geen opvolger');
    await contact.follow(/Wijs een opvolger aan/);
    await contact.fill('Werkmail van de opvolger', 'opvolger@jongerenwerk-almere.example');
    await contact.press('Sla op');
    expect(await contact.text()).toContain('Vul ook de naam in.');
    await contact.fill('Naam van de opvolger', 'Opvolger Voorbeeld');
    await contact.press('Sla op');
    expect(await contact.text()).toContain('De opvolger krijgt een uitnodiging.');
    await app.recur('follow-up.send-due');
    await contact.leave();
  },
  LONGEST,
);

test(
  'the coordinator reads how it stands and stops the campaign',
  async () => {
    const coordinator = await screens.signedIn(COORDINATOR, PHONE);
    await coordinator.follow('Terugkomdagen');
    await coordinator.follow(TITLE);
    expect(await coordinator.text()).toContain('Almere 4 4 2 1 0 0');
    await coordinator.follow('Stop de campagne');
    expect(await coordinator.text()).toContain(
      '2 mensen die nog niet antwoordden, krijgen geen herinnering meer.',
    );
    await coordinator.press('Stop de campagne');
    expect(await coordinator.text()).toContain('De campagne is gestopt.');
    await coordinator.leave();
  },
  LONGEST,
);
