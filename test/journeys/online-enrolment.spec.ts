import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client } from '../support/client.js';
import { enrol } from '../support/enrolment.js';
import { askForLink, enrolmentLinks } from '../support/online-enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';

const NOW = '2026-09-01T08:00:00Z';
const SCHOOL = 'voorbeeldschool.example';
const POLICE = 'politie.example';

let app: TestApp;
let region: TestRegion;
let school: string;
let teams: string[];

beforeAll(async () => {
  app = await startApp({ at: NOW, env: { TRUSTED_PROXY: '127.0.0.1' } });
  region = await createRegion(app.database);
  school = await organisation('Voorbeeldschool', SCHOOL);
  teams = [await organisation('Team Noord', POLICE), await organisation('Team Zuid', POLICE)];
  await createAccount(app.database, region, 'coordinator', {
    name: 'Coen Voorbeeld',
    email: 'coen@regio.example',
  });
  await createAccount(app.database, region, 'contact', {
    ...{ name: 'Ada Voorbeeld', email: 'ada@almere.example', municipalityId: region.municipalities.Almere },
  });
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(NOW));

async function organisation(name: string, domain: string | null): Promise<string> {
  const id = newId();
  await app.database.owner.query(
    `insert into organisation (id, region_id, municipality_id, name, email_domain, contact_name, contact_email, review_on)
     values ($1, $2, $3, $4, $5, 'Contact Voorbeeld', 'contact@example.nl', '2027-01-01')`,
    [id, region.id, region.municipalities.Almere, name, domain],
  );
  return id;
}

const session = (date: string, plan: Parameters<typeof createSession>[2] = {}) =>
  createSession(app.database, region, { date, ...plan });

/** What a newcomer fills in. */
const told = (more: Record<string, string> = {}) => ({
  ...{ name: 'Vera Voorbeeld', organisationId: school, functionId: region.functionId },
  ...more,
});

async function found(sql: string, ...params: unknown[]): Promise<object[]> {
  return (await app.database.owner.query<object>(sql, params)).rows;
}

const placesOf = (email: string) =>
  found(
    'select e.status from enrolment e join professional p on p.id = e.professional_id where p.email = $1 order by e.id',
    email,
  );

test('a visitor finds the open sessions of the region, and nothing that is not for everyone', async () => {
  const open = await session('2026-10-01', { quotas: { Dronten: 2 }, capacity: 8 });
  const draft = await session('2026-10-02', { status: 'draft' });
  const person = await createProfessional(app.database, region, 'Almere', 'Zichtbaar Voorbeeld');
  await enrol(app, region, person, open);
  await app.database.owner.query(
    `insert into session_part_trainer (part_id, trainer_id, during)
     select id, $2, tstzrange(starts_at, ends_at) from session_part where session_id = $1`,
    [open, region.trainerId],
  );
  const visitor = new Client(app.url);
  expect((await visitor.get('/')).text).toContain('href="/open-sessions"');
  const list = await visitor.get('/open-sessions');
  expect(list.text).toContain(`/open-sessions/${open}`);
  expect(list.text).not.toContain(draft);
  const page = await visitor.get(`/open-sessions/${open}`);
  expect(page.text).toContain('Nog 7 plaatsen vrij.');
  for (const secret of ['Zichtbaar', 'Trainervoorbeeld', '2.500,00', '250000', person.email])
    expect(page.text + list.text).not.toContain(secret);
  expect((await visitor.get(`/open-sessions/${draft}`)).status).toBe(404);
});

test('a session by invitation has no public page and sends no link', async () => {
  const id = await session('2026-10-03');
  const audience = (value: string) =>
    app.database.owner.query('update course set audience = $2 where id = $1', [region.courses.basic, value]);
  await audience('by-invitation');
  const { client, answer, link } = await askForLink(app, id, `geen@${SCHOOL}`);
  expect([(await client.get(`/open-sessions/${id}`)).status, answer.status, link]).toEqual([
    404,
    404,
    undefined,
  ]);
  await audience('public');
});

test('the search is by course and venue, and a search without result says what to do', async () => {
  const visitor = new Client(app.url);
  expect((await visitor.get('/open-sessions?q=basistraining')).text).toContain('Basistraining');
  expect((await visitor.get('/open-sessions?q=zwemmen')).text).toContain('Niets gevonden');
});

test('a newcomer is recognised by the address, fills in the rest, and has a seat', async () => {
  const id = await session('2026-10-05');
  await app.database.owner.query('update session set asks_dietary = true where id = $1', [id]);
  const email = `vera.van.voorbeeld@${SCHOOL}`;
  const { client, answer, link } = await askForLink(app, id, email);
  expect(answer.location).toBe(`/open-sessions/${id}/sent`);
  expect((await client.follow(answer)).text).toContain('Bekijk uw mail');
  const form = await client.get(link!);
  expect(form.text).toContain('value="Vera van Voorbeeld"');
  expect(form.text).toContain(`<option value="${school}" selected>Almere – Voorbeeldschool</option>`);
  expect(form.text).not.toContain('Team Noord');
  const done = await client.post(link!, told({ name: 'Vera van Voorbeeld', dietary: 'Geen noten' }));
  expect(done.location).toBe(`/sessions/${id}`);
  const own = await client.follow(done);
  expect(own.text).toContain('U bent ingeschreven. U krijgt een bevestiging met een agendabestand per mail.');
  expect(await placesOf(email)).toEqual([{ status: 'confirmed' }]);
  expect(
    await found(
      'select p.name, p.municipality_id, a.role, a.locale from professional p join account a on a.professional_id = p.id where p.email = $1',
      email,
    ),
  ).toEqual([
    {
      name: 'Vera van Voorbeeld',
      municipality_id: region.municipalities.Almere,
      role: 'professional',
      locale: 'nl',
    },
  ]);
  expect(await found('select dietary from enrolment_wish')).toEqual([{ dietary: 'Geen noten' }]);
  expect(
    await found(
      `select a.action, a.role from audit_entry a join professional p on p.email = $1
       left join account c on c.professional_id = p.id
       left join enrolment e on e.professional_id = p.id
       where a.subject_id in (p.id::text, c.id::text, e.id::text) order by a.id`,
      email,
    ),
  ).toEqual([
    { action: 'register', role: 'system' },
    { action: 'openAccount', role: 'system' },
    { action: 'registerOneself', role: 'system' },
    { action: 'enrol', role: 'professional' },
    { action: 'writeWishes', role: 'professional' },
    { action: 'signIn', role: 'professional' },
  ]);
});

test('someone who is known confirms with one press, and is signed in', async () => {
  const id = await session('2026-10-06');
  const known = await createProfessional(app.database, region, 'Dronten', 'Kenny Voorbeeld');
  const { client, link } = await askForLink(app, id, known.email);
  const page = await client.get(link!);
  expect(page.text).toContain(`U schrijft zich in als Kenny Voorbeeld (${known.email}).`);
  expect(page.text).not.toContain('name="organisationId"');
  const done = await client.post(link!);
  expect((await client.follow(done)).text).toContain('Kenny Voorbeeld');
  expect(await placesOf(known.email)).toEqual([{ status: 'confirmed' }]);
});

test('the answer and the mail are the same for an address that is known and for one that is not', async () => {
  const id = await session('2026-10-07');
  const known = await createProfessional(app.database, region, 'Urk', 'Wel Bekend');
  const seen = await Promise.all(
    [known.email, `niet.bekend@${SCHOOL}`].map(async (email) => {
      const { client, answer } = await askForLink(app, id, email);
      const page = await client.follow(answer);
      const [mail] = await found(
        "select subject, text_body, municipality_id, professional_id from message where to_address = $1 and template = 'enrolment-link'",
        email,
      );
      return [answer.status, answer.location, page.text, JSON.stringify(mail).replaceAll(/[\w-]{43}/g, '')];
    }),
  );
  expect(seen[0]).toEqual(seen[1]);
});

test('one address gets three links an hour, and the answer does not tell when there are no more', async () => {
  const id = await session('2026-10-08');
  const email = `vaak@${SCHOOL}`;
  const asked = [1, 2, 3, 4, 5].map(() => askForLink(app, id, email));
  const answers = (await Promise.all(asked)).map(({ answer }) => answer.location);
  expect(new Set(answers)).toEqual(new Set([`/open-sessions/${id}/sent`]));
  expect(await enrolmentLinks(app, email)).toHaveLength(3);
  app.clock.advance({ hours: 1 });
  await askForLink(app, id, email);
  expect(await enrolmentLinks(app, email)).toHaveLength(4);
});

test('one computer cannot ask for links without end', async () => {
  const id = await session('2026-11-02');
  const client = new Client(app.url);
  const statuses: number[] = [];
  for (let asked = 0; asked < 31; asked++)
    statuses.push((await client.post(`/open-sessions/${id}/link`, { email: `p${asked}@${SCHOOL}` })).status);
  expect([statuses[29], statuses[30]]).toEqual([303, 429]);
});

test.each([
  ['nothing at all', ''],
  ['no address', 'geen adres'],
  ['a domain that cannot be', 'a@b'],
  ['more than an address can hold', `${'x'.repeat(250)}@${SCHOOL}`],
])('%s in the field comes back with what to put right, and no mail goes', async (_, email) => {
  const id = await session(`2026-11-${10 + (email.length % 10)}`);
  const { answer } = await askForLink(app, id, email);
  expect([answer.status, answer.text.includes('id="error-summary"')]).toEqual([400, true]);
  expect(await enrolmentLinks(app, email)).toEqual([]);
});

test('a form that is not right comes back filled in, and the link still works', async () => {
  const id = await session('2026-10-09');
  const email = `fout@${SCHOOL}`;
  const { client, link } = await askForLink(app, id, email);
  const wrong = await client.post(link!, told({ name: '', functionId: '' }));
  expect([wrong.status, wrong.text.includes('id="error-summary"')]).toEqual([400, true]);
  expect(wrong.text).toContain(`<option value="${school}" selected>`);
  const elsewhere = await client.post(link!, told({ organisationId: teams[0]! }));
  expect([elsewhere.status, elsewhere.text.includes('Kies een organisatie uit de lijst')]).toEqual([
    400,
    true,
  ]);
  expect(await found('select from professional where email = $1', email)).toEqual([]);
  expect((await client.post(link!, told())).status).toBe(303);
});

test('a link works once', async () => {
  const id = await session('2026-10-12');
  const { client, link } = await askForLink(app, id, `eens@${SCHOOL}`);
  await client.post(link!, told());
  const someone = new Client(app.url);
  const again = await someone.get(link!);
  expect([again.status, again.text.includes('ouder dan een uur')]).toEqual([410, true]);
  expect((await someone.post(link!, told())).status).toBe(410);
});

test('a link of more than an hour old does not work, and is deleted with its address', async () => {
  const id = await session('2026-10-13');
  const email = `laat@${SCHOOL}`;
  const { client, link } = await askForLink(app, id, email);
  app.clock.advance({ minutes: 59 });
  await app.recur('online-enrolment.forget-links');
  expect((await client.get(link!)).status).toBe(200);
  app.clock.advance({ minutes: 2 });
  expect((await client.get(link!)).status).toBe(410);
  await app.recur('online-enrolment.forget-links');
  expect(await found('select from enrolment_link where email = $1', email)).toEqual([]);
});

test('the teams that share a domain are to choose from, none chosen beforehand', async () => {
  const id = await session('2026-10-14');
  const email = `agent@${POLICE}`;
  const { client, link } = await askForLink(app, id, email);
  const form = await client.get(link!);
  for (const team of teams) expect(form.text).toContain(`<option value="${team}">`);
  expect(form.text).not.toContain(school);
  await client.post(link!, told({ organisationId: teams[1]! }));
  expect(await found('select organisation_id from professional where email = $1', email)).toEqual([
    { organisation_id: teams[1] },
  ]);
});

test('a domain that nobody has gives every organisation to choose from, and says whom to ask', async () => {
  const id = await session('2026-10-15');
  const { client, link } = await askForLink(app, id, 'iemand@post.example');
  const form = await client.get(link!);
  for (const each of [school, ...teams]) expect(form.text).toContain(`<option value="${each}">`);
  expect(form.text).toMatch(/Almere: Ada Voorbeeld \(<a[^>]*>ada@almere.example/);
  expect(form.text).toMatch(/Urk: Coen Voorbeeld \(<a[^>]*>coen@regio.example/);
});

test('in a full session a newcomer joins the waiting list and reads at which place', async () => {
  const id = await session('2026-10-16', { capacity: 1 });
  await enrol(app, region, await createProfessional(app.database, region, 'Almere'), id);
  const { client, link } = await askForLink(app, id, `wacht@${SCHOOL}`);
  expect((await client.get(`/open-sessions/${id}`)).text).toContain('Vol. U kunt op de wachtlijst.');
  const done = await client.post(link!, told());
  expect((await client.follow(done)).text).toContain('U staat op nummer 1 van de wachtlijst');
});

test('where the contact decides first, a newcomer has asked and not got a seat', async () => {
  const id = await session('2026-10-19');
  const approval = (value: string) =>
    app.database.owner.query('update course set approval = $2 where id = $1', [region.courses.basic, value]);
  await approval('contact');
  const email = `vraagt@${SCHOOL}`;
  const { client, link } = await askForLink(app, id, email);
  const done = await client.post(link!, told());
  expect((await client.follow(done)).text).toContain('Uw aanvraag is binnen.');
  expect(await placesOf(email)).toEqual([{ status: 'requested' }]);
  await approval('none');
});

test('when the session has begun or was called off meanwhile, nobody is registered', async () => {
  const id = await session('2026-10-20');
  const email = `telaat@${SCHOOL}`;
  const { client, link } = await askForLink(app, id, email);
  await app.database.owner.query("update session set status = 'cancelled' where id = $1", [id]);
  const refused = await client.post(link!, told());
  expect([refused.status, refused.text.includes('Inschrijven kan nu niet')]).toEqual([409, true]);
  expect(await found('select from professional where email = $1', email)).toEqual([]);
  expect((await client.get(`/open-sessions/${id}`)).text).toContain(
    'U kunt zich niet of niet meer inschrijven',
  );
  expect((await askForLink(app, id, email)).answer.status).toBe(409);
});

test('after the last day to enrol the page says so, and is no longer in the list', async () => {
  const id = await session('2026-11-03');
  await app.database.owner.query("update session set enrol_until = '2026-09-01' where id = $1", [id]);
  const visitor = new Client(app.url);
  expect((await visitor.get('/open-sessions')).text).toContain(id);
  app.clock.set('2026-09-01T22:00:00Z');
  expect((await visitor.get('/open-sessions')).text).not.toContain(id);
  expect((await visitor.get(`/open-sessions/${id}`)).text).toContain(
    'U kunt zich niet of niet meer inschrijven',
  );
});

test('a training that needs another one first is not for someone new, who hears so before the form', async () => {
  const id = await session('2026-11-04');
  const entryLevel = (level: string | null) =>
    app.database.owner.query('update course set entry_level = $2 where id = $1', [
      region.courses.basic,
      level,
    ]);
  await entryLevel('awareness');
  const email = `eerst@${SCHOOL}`;
  const { client, link } = await askForLink(app, id, email);
  expect((await client.get(`/open-sessions/${id}`)).text).toContain('Een geldig certificaat van niveau');
  for (const answer of [await client.get(link!), await client.post(link!, told())])
    expect([answer.status, answer.text.includes('eerst een andere training nodig')]).toEqual([409, true]);
  expect(await found('select from professional where email = $1', email)).toEqual([]);
  await entryLevel(null);
});

test('whoever was registered meanwhile enrols as who is in the register', async () => {
  const id = await session('2026-10-21');
  const email = `meanwhile@${SCHOOL}`;
  const { client, link } = await askForLink(app, id, email);
  const coordinator = await createAccount(app.database, region, 'coordinator');
  const api = await apiClient(app, region.id, coordinator.id);
  await api.post('/professionals', { ...told({ name: 'Naam uit het Register' }), email });
  expect((await client.post(link!, told({ name: 'Andere Naam' }))).status).toBe(303);
  expect(await found('select name from professional where email = $1', email)).toEqual([
    { name: 'Naam uit het Register' },
  ]);
  expect(await placesOf(email)).toEqual([{ status: 'confirmed' }]);
});

test('two presses at once register one person with one place, and both are signed in', async () => {
  const id = await session('2026-10-22');
  const email = `dubbel@${SCHOOL}`;
  const { link } = await askForLink(app, id, email);
  const presses = [new Client(app.url), new Client(app.url)];
  const answers = await Promise.all(presses.map((client) => client.post(link!, told())));
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await found('select from professional where email = $1', email)).toHaveLength(1);
  expect(await placesOf(email)).toEqual([{ status: 'confirmed' }]);
  for (const client of presses) expect((await client.get('/enrolments')).status).toBe(200);
  expect((await new Client(app.url).get(link!)).status).toBe(410);
});

test('whoever had a place keeps it', async () => {
  const id = await session('2026-10-23');
  const known = await createProfessional(app.database, region, 'Almere', 'Al Ingeschreven');
  await enrol(app, region, known, id);
  const { client, link } = await askForLink(app, id, known.email);
  expect((await client.follow(await client.post(link!))).text).toContain('U bent ingeschreven.');
  expect(await placesOf(known.email)).toEqual([{ status: 'confirmed' }]);
});

test('a seat elsewhere at the same time is refused as it is for everyone, and the link still works', async () => {
  const [id, elsewhere] = [await session('2026-10-26'), await session('2026-10-26')];
  const known = await createProfessional(app.database, region, 'Almere', 'Bezet Voorbeeld');
  await enrol(app, region, known, elsewhere);
  const { client, link } = await askForLink(app, id, known.email);
  expect((await client.post(link!)).status).toBe(409);
  expect((await client.get(link!)).status).toBe(200);
});

test('someone with another role, of another region or with a closed account is told to ask, and is not signed in', async () => {
  const id = await session('2026-10-27');
  const abroad = await createRegion(app.database, 'Elders');
  const stranger = await createProfessional(app.database, abroad, 'Almere');
  const closed = await createProfessional(app.database, region, 'Almere');
  await app.database.owner.query('update account set closed_at = now() where id = $1', [closed.accountId]);
  for (const email of ['ada@almere.example', stranger.email, closed.email]) {
    const { client, link } = await askForLink(app, id, email);
    expect((await client.get(link!)).status).toBe(409);
    expect((await client.post(link!, told())).status).toBe(409);
    expect((await client.get('/enrolments')).location).toMatch(/^\/sign-in/);
  }
});

test('an organisation of another region cannot be named', async () => {
  const id = await session('2026-10-28');
  const abroad = await createRegion(app.database, 'Nog verder');
  const person = await createProfessional(app.database, abroad, 'Almere');
  const [row] = (await found('select organisation_id from professional where id = $1', person.id)) as {
    organisation_id: string;
  }[];
  const { client, link } = await askForLink(app, id, 'vreemd@post.example');
  expect((await client.post(link!, told({ organisationId: row!.organisation_id }))).status).toBe(400);
});

test('who is signed in gets the way to the own page instead of the form', async () => {
  const id = await session('2026-10-29');
  const { client, link } = await askForLink(app, id, `binnen@${SCHOOL}`);
  await client.post(link!, told());
  const page = await client.get(`/open-sessions/${id}`);
  expect([page.text.includes(`href="/sessions/${id}"`), page.text.includes('name="email"')]).toEqual([
    true,
    false,
  ]);
});

test('a mail in English leads to an account in English', async () => {
  const id = await session('2026-10-30');
  const email = `english@${SCHOOL}`;
  const { client } = await askForLink(app, id, email, 'en');
  await client.post('/language', { language: 'en' });
  const [mail] = (await found('select subject from message where to_address = $1', email)) as {
    subject: string;
  }[];
  expect(mail!.subject).toContain('Complete your enrolment');
  const [link] = await enrolmentLinks(app, email);
  await client.post(link!, told());
  expect(await found('select locale from account where email = $1', email)).toEqual([{ locale: 'en' }]);
});
