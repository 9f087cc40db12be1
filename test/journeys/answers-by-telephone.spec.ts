import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { demandFor } from '../support/demand.js';
import { createAccount, createProfessional, createRegion, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let screen: Client;
let email: string;
/** Those who are asked: youth work in Almere. */
let organisationId: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  email = account.email;
  screen = await signIn(app, email);
  coordinator = await apiClient(app, region.id, account.id);
  await createProfessional(app.database, region, 'Almere');
  organisationId = await found('select id found from organisation where municipality_id = $1', [
    region.municipalities.Almere,
  ]);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query('truncate needs_poll, message cascade');
});

async function found(sql: string, params: readonly unknown[] = []): Promise<string> {
  const { rows } = await app.database.owner.query<{ found: string }>(sql, [...params]);
  return rows[0]!.found;
}

async function sendPoll(town: 'Almere' | 'Dronten' = 'Almere'): Promise<string> {
  if (town === 'Dronten') await createProfessional(app.database, region, town);
  const answer = await coordinator.post('/needs-polls', {
    ...{ title: 'Peiling najaar', closesOn: '2026-10-01', courseIds: [region.courses.basic] },
    municipalityIds: [region.municipalities[town]],
  });
  if (answer.status !== 201) throw new Error(`Not sent: ${answer.status} ${answer.text}`);
  await app.work();
  return answer.json()['id'] as string;
}

const addressOf = (poll: string) => `/needs-polls/${poll}/organisations/${organisationId}/answer`;

/** The form filled in with this number for the one function of the region. */
function formOf(people: string): Record<string, string> {
  const hex = (id: string) => id.replaceAll('-', '');
  return { [`c${hex(region.courses.basic)}.f${hex(region.functionId)}`]: people };
}

/** Answers as the contact of the organisation does, with the link in the mail. */
async function answerByLink(people: string): Promise<void> {
  const mail = await found('select text_body found from message');
  await new Client(app.url).post(/\/poll-answers\/[\w-]{43}/.exec(mail)![0], formOf(people));
}

async function polled(): Promise<number> {
  const [line] = await demandFor(coordinator, region);
  return line?.polled ?? 0;
}

async function deedsOn(poll: string) {
  const { rows } = await app.database.owner.query<{ role: string; after: object }>(
    "select role, after from audit_entry where subject_id = $1 and action = 'answerPoll' order by id",
    [poll],
  );
  return rows;
}

/** What the organisation told, as the API takes it. */
const answerOf = (people: readonly number[], more: object = {}) => ({
  organisationId,
  numbers: people.map((number) => ({
    ...{ courseId: region.courses.basic, functionId: region.functionId, people: number, ...more },
  })),
});

describe('on the screen', () => {
  test('the page of a poll leads to the form, and what the organisation told counts as its answer', async () => {
    const poll = await sendPoll();
    const page = await screen.get(`/needs-polls/${poll}`);
    expect(page.text).toMatch(`href="${addressOf(poll)}">Vul het antwoord in<`);
    const form = await screen.get(addressOf(poll));
    expect(form.text).toContain('zoals de organisatie het u vertelde');
    const kept = await screen.follow(await screen.post(addressOf(poll), formOf('6')));
    expect(kept.text).toContain('Het antwoord van Jongerenwerk Almere is opgeslagen.');
    expect(kept.text).toContain('Antwoord van 1 van 1 organisatie.');
    expect(await polled()).toBe(6);
    expect(await deedsOn(poll)).toEqual([{ role: 'coordinator', after: { organisationId, count: 6 } }]);
  });

  test('an answer that the organisation gave itself is shown first, and can be put right', async () => {
    const poll = await sendPoll();
    await answerByLink('12');
    expect((await screen.get(`/needs-polls/${poll}`)).text).toContain('>Wijzig het antwoord<');
    const form = await screen.get(addressOf(poll));
    expect(form.text).toContain('Er is een antwoord van');
    expect(form.text).toContain('value="12"');
    await screen.post(addressOf(poll), formOf('2'));
    expect(await polled()).toBe(2);
    expect((await deedsOn(poll)).map(({ role }) => role)).toEqual(['system', 'coordinator']);
  });

  test.each(['drie', '-1', '10000', '1,5'])(
    '%s is no number of people: the form comes back with it, and nothing changes',
    async (typed) => {
      const poll = await sendPoll();
      await answerByLink('12');
      const answer = await screen.post(addressOf(poll), formOf(typed));
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('id="error-summary"');
      expect(answer.text).toContain(`value="${typed}"`);
      expect(await polled()).toBe(12);
    },
  );

  test('a form that came in half changes nothing', async () => {
    const poll = await sendPoll();
    await answerByLink('12');
    expect((await screen.post(addressOf(poll), {})).status).toBe(400);
    expect(await polled()).toBe(12);
  });

  test('a poll that closed takes no answers any more: it says so, and its page leads to no form', async () => {
    const poll = await sendPoll();
    app.clock.set('2026-10-01T21:59:00Z');
    const late = await signIn(app, email);
    expect((await late.get(addressOf(poll))).status).toBe(200);
    app.clock.set('2026-10-01T22:00:00Z');
    for (const answer of [await late.get(addressOf(poll)), await late.post(addressOf(poll), formOf('6'))]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('Deze peiling is gesloten');
      expect(answer.text).toContain('Dan is er een nieuwe peiling nodig.');
    }
    expect((await late.get(`/needs-polls/${poll}`)).text).not.toContain(addressOf(poll));
    expect(await polled()).toBe(0);
  });

  test('of two who answer at once, one answer stays and both are in the trail', async () => {
    const poll = await sendPoll();
    const answers = await Promise.all([
      screen.post(addressOf(poll), formOf('3')),
      answerByLink('4'),
      screen.post(addressOf(poll), formOf('5')),
    ]);
    expect([answers[0].status, answers[2].status]).toEqual([303, 303]);
    const counts = (await deedsOn(poll)).map(({ after }) => (after as { count: number }).count);
    expect(counts.toSorted()).toEqual([3, 4, 5]);
    expect(await polled()).toBe(counts.at(-1));
  });

  test('an organisation that was not asked has no form', async () => {
    expect((await screen.get(addressOf(await sendPoll('Dronten')))).status).toBe(404);
  });

  test('a contact sees who answered, and is led to no form', async () => {
    const almere = { municipalityId: region.municipalities.Almere };
    const account = await createAccount(app.database, region, 'contact', almere);
    const contact = await signIn(app, account.email);
    const poll = await sendPoll();
    expect((await contact.get(`/needs-polls/${poll}`)).text).not.toContain('/answer"');
  });
});

describe('through the API', () => {
  test('a coordinator keeps what an organisation told, instead of what it answered before', async () => {
    const poll = await sendPoll();
    await answerByLink('12');
    const kept = await coordinator.post(`/needs-polls/${poll}/answers`, answerOf([7]));
    expect(kept.status).toBe(201);
    expect(kept.json()).toMatchObject({ answeredAt: '2026-09-01T08:00:00.000Z', ...answerOf([7]) });
    expect(await polled()).toBe(7);
    const nobody = await coordinator.post(`/needs-polls/${poll}/answers`, answerOf([]));
    expect(nobody.json()).toMatchObject({ numbers: [] });
    expect(await polled()).toBe(0);
    expect((await deedsOn(poll)).map(({ role }) => role)).toEqual(['system', 'coordinator', 'coordinator']);
  });

  test('numbers that were not asked for, or come twice, change nothing and are named', async () => {
    const poll = await sendPoll();
    await answerByLink('12');
    const refused = [
      answerOf([7], { courseId: region.courses.advanced }),
      answerOf([7, 8]),
      answerOf([10_000]),
    ];
    for (const answer of refused) {
      const { status, text } = await coordinator.post(`/needs-polls/${poll}/answers`, answer);
      expect([status, text.includes('numbers.')]).toEqual([400, true]);
    }
    expect(await polled()).toBe(12);
  });

  test('nobody answers for an organisation that was not asked, or once the poll is closed', async () => {
    const answer = answerOf([7]);
    const unasked = await sendPoll('Dronten');
    expect((await coordinator.post(`/needs-polls/${unasked}/answers`, answer)).status).toBe(404);
    const poll = await sendPoll();
    app.clock.set('2026-10-01T22:30:00Z');
    expect((await coordinator.post(`/needs-polls/${poll}/answers`, answer)).status).toBe(410);
  });
});
