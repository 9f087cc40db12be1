import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { createInterested, demandFor, numbersOf } from '../support/demand.js';
import { runRecurring } from '../support/enrolment.js';
import { createAccount, createProfessional, createRegion, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let screen: Client;
let contact: ApiClient;
let contactScreen: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  screen = await signIn(app, account.email);
  coordinator = await apiClient(app, region.id, account.id);
  const almere = { municipalityId: region.municipalities.Almere };
  const other = await createAccount(app.database, region, 'contact', almere);
  contact = await apiClient(app, region.id, other.id);
  contactScreen = await signIn(app, other.email);
  // Each with an organisation of its own, whose contact has an address of its own.
  for (const town of ['Almere', 'Dronten'] as const) {
    await createProfessional(app.database, region, town);
    await app.database.owner.query('update organisation set contact_email = $2 where municipality_id = $1', [
      region.municipalities[town],
      `${town.toLowerCase()}@example.nl`,
    ]);
  }
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query('truncate needs_poll, interest, message cascade');
});

const asked = (more: object = {}) => ({
  ...{ title: 'Peiling najaar', closesOn: '2026-10-01', courseIds: [region.courses.basic] },
  municipalityIds: [region.municipalities.Almere, region.municipalities.Dronten],
  ...more,
});

async function sendPoll(more: object = {}): Promise<string> {
  const answer = await coordinator.post('/needs-polls', asked(more));
  if (answer.status !== 201) throw new Error(`Not sent: ${answer.status} ${answer.text}`);
  await app.work();
  return answer.json()['id'] as string;
}

/** The poll as the form sends it. */
const formOf = (then: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...{ title: 'Peiling najaar', closesOn: '2026-10-01', remindDays: '7', countsUntil: '', then },
  ...{ courseIds: region.courses.basic, municipalityIds: region.municipalities.Almere, ...more },
});

async function lettersTo(town: 'almere' | 'dronten') {
  const { rows } = await app.database.owner.query<{ template: string; text_body: string }>(
    'select template, text_body from message where to_address = $1 order by created_at, template',
    [`${town}@example.nl`],
  );
  return rows;
}
const linkIn = ({ text_body }: { text_body: string }) => /\/poll-answers\/[\w-]{43}/.exec(text_body)![0];
const linkTo = async (town: 'almere' | 'dronten') => linkIn((await lettersTo(town))[0]!);

/** The form behind the link, filled in with these numbers for the one function of the region. */
function answerWith(link: string, people: string) {
  const hex = (id: string) => id.replaceAll('-', '');
  return new Client(app.url).post(link, {
    [`c${hex(region.courses.basic)}.f${hex(region.functionId)}`]: people,
  });
}

const demand = async () => numbersOf(await demandFor(coordinator, region));
const line = (municipality: string, polled: number, interested = 0) => ({
  ...{ municipality, waiting: 0, interested, polled, demand: Math.max(polled, interested) },
});

test('it is shown how many letters go where before any is sent', async () => {
  const shown = await screen.post('/needs-polls', formOf('preview'));
  expect(shown.text).toContain('Er gaat 1 mail weg als u op versturen drukt.');
  await app.work();
  expect(await lettersTo('almere')).toEqual([]);
  const back = await screen.post('/needs-polls', formOf('edit'));
  expect(back.text).toContain('value="Peiling najaar"');
});

test('pressing send twice makes one poll and one letter for each organisation', async () => {
  const shown = await screen.post('/needs-polls', formOf('preview'));
  const id = /name="id" value="([^"]*)"/.exec(shown.text)![1]!;
  const sent = [
    await screen.post('/needs-polls', formOf('send', { id })),
    await screen.post('/needs-polls', formOf('send', { id })),
  ];
  await app.work();
  expect(sent.map(({ location }) => location)).toEqual([`/needs-polls/${id}`, `/needs-polls/${id}`]);
  expect(await lettersTo('almere')).toHaveLength(1);
});

test('each organisation gets one letter, also when the poll is told of twice', async () => {
  await sendPoll();
  await app.database.owner.query(
    "insert into outbox (fact, payload, created_at) select fact, payload, created_at from outbox where fact = 'needs-poll.sent' order by id desc limit 1",
  );
  await app.work();
  expect([await lettersTo('almere'), await lettersTo('dronten')].map(({ length }) => length)).toEqual([1, 1]);
});

test('an organisation can be asked without the others of its municipality', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>(
    'select id from organisation where municipality_id = $1',
    [region.municipalities.Dronten],
  );
  await sendPoll({ municipalityIds: [], organisationIds: [rows[0]!.id] });
  expect([await lettersTo('almere'), await lettersTo('dronten')].map(({ length }) => length)).toEqual([0, 1]);
});

test('a poll that would reach nobody is refused', async () => {
  const answer = await coordinator.post(
    '/needs-polls',
    asked({ municipalityIds: [region.municipalities.Urk] }),
  );
  expect(answer.text).toContain('Er is niemand om te vragen');
});

test('the link works without signing in, asks for numbers only, and its answer counts as demand', async () => {
  await sendPoll();
  const link = await linkTo('almere');
  const page = await new Client(app.url).get(link);
  expect(page.text).toContain('Vul alleen aantallen in: geen namen, en niets over personen of casussen.');
  const answered = await answerWith(link, '12');
  expect((await new Client(app.url).follow(answered)).text).toContain('bij elkaar 12 plaatsen');
  expect(await demand()).toEqual([line('Almere', 12)]);
});

test('an answer can be changed until the poll closes, and counts once', async () => {
  await sendPoll();
  const link = await linkTo('almere');
  await answerWith(link, '12');
  expect((await new Client(app.url).get(link)).text).toContain('value="12"');
  await answerWith(link, '4');
  expect(await demand()).toEqual([line('Almere', 4)]);
  app.clock.set('2026-10-01T22:30:00Z');
  const late = await answerWith(link, '9');
  expect([late.status, late.text.includes('Deze peiling is gesloten')]).toEqual([410, true]);
  expect(await demand()).toEqual([line('Almere', 4)]);
});

test('an answer without a number means that nobody needs a course, and is an answer', async () => {
  const poll = await sendPoll();
  await answerWith(await linkTo('almere'), '');
  expect((await coordinator.get(`/needs-polls/${poll}`)).json()).toMatchObject({ asked: 2, answered: 1 });
  expect(await demand()).toEqual([]);
});

test('what is no number comes back to be put right, and changes nothing', async () => {
  await sendPoll();
  const answer = await answerWith(await linkTo('almere'), 'drie');
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('id="error-summary"');
  expect(await demand()).toEqual([]);
});

test('a form that came in half changes nothing', async () => {
  await sendPoll();
  const link = await linkTo('almere');
  await answerWith(link, '12');
  expect((await new Client(app.url).post(link, {})).status).toBe(400);
  expect(await demand()).toEqual([line('Almere', 12)]);
});

test('of two polls the newest answer of an organisation counts', async () => {
  await sendPoll();
  await answerWith(await linkTo('almere'), '12');
  app.clock.set('2026-09-10T08:00:00Z');
  await app.database.owner.query('truncate message cascade');
  await sendPoll();
  expect(await demand()).toEqual([line('Almere', 12)]);
  await answerWith(await linkTo('almere'), '3');
  expect(await demand()).toEqual([line('Almere', 3)]);
});

test('numbers no longer count after the day that was set for it', async () => {
  await sendPoll({ countsUntil: '2026-12-31' });
  await answerWith(await linkTo('almere'), '12');
  app.clock.set('2027-01-01T08:00:00Z');
  expect(await demand()).toEqual([]);
});

test('people known by name and the numbers of a poll are shown apart and not added up', async () => {
  await createInterested(app, region, 'Almere');
  await sendPoll();
  await answerWith(await linkTo('almere'), '12');
  expect(await demand()).toEqual([line('Almere', 12, 1)]);
});

test('who did not answer gets one reminder, with a link that works beside the first', async () => {
  await sendPoll();
  await answerWith(await linkTo('dronten'), '2');
  app.clock.set('2026-09-24T06:59:00Z');
  await runRecurring(app, 'demand.remind-polls');
  expect(await lettersTo('almere')).toHaveLength(1);
  app.clock.set('2026-09-24T07:00:00Z');
  await runRecurring(app, 'demand.remind-polls');
  await runRecurring(app, 'demand.remind-polls');
  expect((await lettersTo('almere')).map(({ template }) => template)).toEqual([
    'needs-poll',
    'needs-poll-reminder',
  ]);
  expect(await lettersTo('dronten')).toHaveLength(1);
  for (const letter of await lettersTo('almere'))
    expect((await new Client(app.url).get(linkIn(letter))).status).toBe(200);
});

test('a poll without a reminder reminds nobody, and one that is closed neither', async () => {
  await sendPoll({ remindDays: null });
  await sendPoll({ remindDays: 3 });
  app.clock.set('2026-10-02T08:00:00Z');
  await runRecurring(app, 'demand.remind-polls');
  expect((await lettersTo('almere')).map(({ template }) => template)).toEqual(['needs-poll', 'needs-poll']);
});

test('the coordinator sees who answered and who did not', async () => {
  const poll = await sendPoll();
  await answerWith(await linkTo('almere'), '12');
  const names = ({ text }: { text: string }) =>
    [...text.matchAll(/(?<!: )Jongerenwerk (\w+)/g)].map(([, town]) => town);
  expect(names(await screen.get(`/needs-polls/${poll}`))).toEqual(['Almere', 'Dronten']);
  expect(names(await screen.get(`/needs-polls/${poll}?answered=no`))).toEqual(['Dronten']);
  const csv = await screen.get(`/needs-polls/${poll}/organisations.csv?answered=yes`);
  expect(csv.text).toContain('Jongerenwerk Almere;Almere;Contact Voorbeeld;heeft geantwoord;12');
  expect(names(csv)).toEqual(['Almere']);
});

test('a contact sees the organisations of the own municipality only, and their numbers', async () => {
  const poll = await sendPoll();
  await answerWith(await linkTo('almere'), '12');
  await answerWith(await linkTo('dronten'), '5');
  expect((await contact.get(`/needs-polls/${poll}`)).json()).toMatchObject({ asked: 1, answered: 1 });
  expect((await contactScreen.get(`/needs-polls/${poll}`)).text).not.toContain('Dronten');
  expect(numbersOf(await demandFor(contact, region))).toEqual([line('Almere', 12)]);
});

test('a wrong link opens nothing', async () => {
  expect((await new Client(app.url).get(`/poll-answers/${'A'.repeat(43)}`)).status).toBe(410);
});

test('sending and answering stand in the audit trail, without a name', async () => {
  const poll = await sendPoll();
  await answerWith(await linkTo('almere'), '12');
  const { rows } = await app.database.owner.query<{ action: string; role: string; after: object }>(
    'select action, role, after from audit_entry where subject_id = $1 order by id',
    [poll],
  );
  expect(rows.map(({ action, role }) => [action, role])).toEqual([
    ['sendPoll', 'coordinator'],
    ['answerPoll', 'system'],
  ]);
  expect(rows[1]!.after).toMatchObject({ count: 12 });
});
