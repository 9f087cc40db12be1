import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { issueCertificate } from '../support/certificates.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import { followUpDay, followUpMailsTo, launch } from '../support/follow-up.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const WINDOW = { trainedFrom: '2024-09-01', trainedUntil: '2026-09-01' };

let app: TestApp;
let region: TestRegion;
let api: ApiClient;
let screen: Client;
let noor: TestProfessional;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  const coordinator = await createAccount(app.database, region, 'coordinator');
  screen = await signIn(app, coordinator.email);
  api = await apiClient(app, region.id, coordinator.id);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query('truncate follow_up_campaign, certificate, recognition, message cascade');
  noor = await trained('Almere', 'Noor Voorbeeld', '2026-01-10');
});

async function trained(town: MunicipalityName, name: string, ...days: string[]): Promise<TestProfessional> {
  const professional = await createProfessional(app.database, region, town, name);
  for (const day of days) await issueCertificate(app.database, region, professional, day);
  return professional;
}

const day = (plan: Parameters<typeof followUpDay>[2] = {}) => followUpDay(app, region, plan);

/** Whom a campaign with these wishes would invite, by name. */
async function wouldInvite(
  sessionIds: readonly string[],
  more: Record<string, string> = {},
): Promise<string[]> {
  const page = await screen.get(`/follow-up/preview?${formOf(sessionIds, more)}`);
  return [...page.text.matchAll(/<th[^>]*scope="row">([^<]+ Voorbeeld)<\/th>/g)].map(([, name]) => name!);
}

function formOf(sessionIds: readonly string[], more: Record<string, string> = {}): string {
  const fields = {
    ...{ title: 'Terugkomdagen najaar', ...WINDOW, firstOn: '2026-09-01', waveSize: '' },
    ...{ waveDays: '5', remindDays: '5', ...more },
  };
  return new URLSearchParams([
    ...sessionIds.map((id) => ['sessionIds', id]),
    ...Object.entries(fields),
  ]).toString();
}

const numbersOf = async (people: readonly TestProfessional[]) =>
  Promise.all(people.map(async (person) => (await followUpMailsTo(app, person)).length));

describe('whom a campaign invites', () => {
  test('someone with three certificates gets one invitation', async () => {
    const mila = await trained('Almere', 'Mila Voorbeeld', '2025-01-10', '2025-06-10', '2026-02-10');
    await launch(app, api, [await day()]);
    expect(await numbersOf([mila])).toEqual([1]);
  });

  test('the window takes in its first and last day and nothing beside them', async () => {
    const people = [];
    for (const date of ['2024-08-31', '2024-09-01', '2026-09-01', '2026-09-02'])
      people.push(await trained('Urk', 'Urk Voorbeeld', date));
    await launch(app, api, [await day()], WINDOW);
    expect(await numbersOf(people)).toEqual([0, 1, 1, 0]);
  });

  test('someone whose earlier education was recognised counts as trained, also without a certificate', async () => {
    const daan = await createProfessional(app.database, region, 'Dronten', 'Daan Voorbeeld');
    await api.post('/recognitions', { professionalId: daan.id, level: 'basic', basis: 'Opleiding elders' });
    await launch(app, api, [await day()]);
    expect(await numbersOf([daan])).toEqual([1]);
  });

  test('courses, levels, municipalities, functions and organisations narrow it down', async () => {
    await trained('Dronten', 'Daan Voorbeeld', '2026-01-10');
    const { rows } = await app.database.owner.query<{ organisation: string }>(
      'select organisation_id organisation from professional where id = $1',
      [noor.id],
    );
    const days = [await day()];
    const both = ['Daan Voorbeeld', 'Noor Voorbeeld'];
    const { Almere } = region.municipalities;
    expect(await wouldInvite(days)).toEqual(both);
    expect(await wouldInvite(days, { courseIds: region.courses.basic })).toEqual(both);
    expect(await wouldInvite(days, { courseIds: region.courses.advanced })).toEqual([]);
    expect(await wouldInvite(days, { levels: 'basic', functionIds: region.functionId })).toEqual(both);
    expect(await wouldInvite(days, { levels: 'advanced' })).toEqual([]);
    expect(await wouldInvite(days, { municipalityIds: Almere })).toEqual(['Noor Voorbeeld']);
    expect(await wouldInvite(days, { organisationIds: rows[0]!.organisation })).toEqual(['Noor Voorbeeld']);
  });

  test('someone who has or asked a place on one of the days, or on another follow-up day, is left out', async () => {
    const sam = await trained('Dronten', 'Sam Voorbeeld', '2026-01-10');
    const [one, other] = [await day(), await day({ date: '2026-12-10' })];
    await enrol(app, region, noor, one);
    await enrol(app, region, sam, other);
    await trained('Urk', 'Uma Voorbeeld', '2026-01-10');
    expect(await wouldInvite([one])).toEqual(['Uma Voorbeeld']);
  });

  test('someone whose only certificate was revoked is not invited', async () => {
    await app.database.owner.query(
      "update certificate set revoked_at = now(), revocation_reason = 'voorbeeld'",
    );
    const answer = await api.post('/follow-up-campaigns', { title: 'x', sessionIds: [await day()] });
    expect([answer.status, answer.json()['code'] ?? answer.text]).toEqual([
      409,
      expect.stringContaining('nobody-to-invite'),
    ]);
  });

  test('someone who can still answer another campaign, or was invited to this day before, is not invited again', async () => {
    const [one, other] = [await day(), await day({ date: '2026-12-10' })];
    const first = await launch(app, api, [one]);
    expect(await wouldInvite([other])).toEqual([]);
    await api.post(`/follow-up-campaigns/${first}/closure`);
    expect([await wouldInvite([one]), await wouldInvite([other])]).toEqual([[], ['Noor Voorbeeld']]);
  });

  test('people of another region are not found', async () => {
    const elsewhere = await createRegion(app.database, 'Elders');
    const person = await createProfessional(app.database, elsewhere, 'Almere', 'Elders Voorbeeld');
    await issueCertificate(app.database, elsewhere, person, '2026-01-10');
    expect(await wouldInvite([await day()])).toEqual(['Noor Voorbeeld']);
  });
});

describe('before anything is sent', () => {
  test('the page says how many people get a mail, who and when, and who does not and why', async () => {
    const sam = await trained('Dronten', 'Sam Voorbeeld', '2026-01-10');
    const session = await day();
    await enrol(app, region, sam, session);
    const { text } = await screen.get(`/follow-up/preview?${formOf([session])}`);
    expect(text).toContain('1 persoon krijgt één mail met een uitnodiging.');
    expect(text).toContain('2 mensen zijn getraind');
    expect(text).toContain('1 persoon heeft al een plaats of wacht erop.');
    expect(text).toContain('Noor Voorbeeld');
    expect(await mailsTo(app, noor)).toEqual([]);
  });

  test('the API tells the same in numbers', async () => {
    const answer = await api.post('/follow-up-campaigns/previews', { title: 'x', sessionIds: [await day()] });
    expect(answer.json()).toMatchObject({
      people: 1,
      municipalities: [{ municipality: 'Almere', trained: 1, invited: 1, leftOut: {} }],
      waves: [{ ordinal: 1, dueAt: '2026-09-01T08:00:00.000Z', people: 1 }],
      withoutTurn: 0,
    });
  });

  test('the form comes filled in for everyone trained in two years and all days that there are', async () => {
    const session = await day();
    const { text } = await screen.get('/follow-up/new');
    expect(text).toContain('value="2024-09-01"');
    expect(text).toMatch(new RegExp(`value="${session}" checked`));
  });

  test.each([
    ['a date that does not exist', { trainedFrom: '2026-02-30' }],
    ['no date', { trainedFrom: '' }],
    ['an end before the beginning', { trainedUntil: '2024-08-01' }],
    ['a first wave in the past', { firstOn: '2026-08-31' }],
    ['a first wave when all days are over', { firstOn: '2027-01-01' }],
    ['no people in a wave', { waveSize: '0' }],
    ['a course of nobody', { courseIds: '0192f3a0-0000-7000-8000-000000000000' }],
  ])('a form with %s comes back to be put right', async (_what, fields) => {
    const shown = await screen.get(`/follow-up/preview?${formOf([await day()], fields)}`);
    expect([shown.status, shown.text.includes('id="error-summary"')]).toEqual([400, true]);
  });

  test('a day that is a draft, is no follow-up day, or is of another region cannot be chosen', async () => {
    const draft = await day({ status: 'draft' });
    const basic = await createSession(app.database, region);
    const abroad = await followUpDay(app, await createRegion(app.database, 'Nergens'));
    for (const session of [draft, basic, abroad]) {
      const answer = await api.post('/follow-up-campaigns', { title: 'x', sessionIds: [session] });
      expect([answer.status, answer.text.includes('sessionIds')]).toEqual([400, true]);
    }
  });
});

describe('one press on the button', () => {
  /** Shows the preview and presses its button so many times at once. */
  async function press(times: number) {
    const form = formOf([await day()]);
    const { text } = await screen.get(`/follow-up/preview?${form}`);
    const id = /name="id" value="([^"]+)"/.exec(text)![1]!;
    const body = { ...Object.fromEntries(new URLSearchParams(form)), id };
    return Promise.all(Array.from({ length: times }, () => screen.post('/follow-up', body)));
  }

  test('launches one campaign, however often it is pressed', async () => {
    const answers = await press(4);
    await app.work();
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect((await api.get('/follow-up-campaigns')).json()).toMatchObject({ total: 1 });
    expect(await numbersOf([noor])).toEqual([1]);
  });

  test('leads to a page that shows how far the mails are, refreshes itself and can be left', async () => {
    const [answer] = await press(1);
    const busy = await screen.get(answer!.location!);
    expect(busy.text).toContain('0 van 1 uitnodiging geschreven');
    expect(busy.headers.get('refresh')).toBe('5');
    const still = await screen.get(`${answer!.location!}?still=1`);
    expect(still.headers.get('refresh')).toBeNull();
    await app.work();
    const ready = await screen.get(answer!.location!);
    expect([ready.text.includes('<progress'), ready.headers.get('refresh')]).toEqual([false, null]);
  });

  test('writes in the audit trail who launched what', async () => {
    await press(1);
    const { rows } = await app.database.owner.query<{ after: object }>(
      "select after from audit_entry where action = 'launch' order by id desc limit 1",
    );
    expect(rows[0]!.after).toMatchObject({ title: 'Terugkomdagen najaar', invited: 1 });
  });

  test('of two campaigns for the same people at the same moment one finds nobody', async () => {
    const [one, other] = [await day(), await day({ date: '2026-12-10' })];
    const answers = await Promise.all(
      [one, other].map((session) => api.post('/follow-up-campaigns', { title: 'x', sessionIds: [session] })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await app.work();
    expect(await numbersOf([noor])).toEqual([1]);
  });
});

test('a follow-up day by invitation takes in who was invited to it by a campaign', async () => {
  const session = await day();
  await app.database.owner.query("update course set audience = 'by-invitation' where id = $1", [
    region.courses.followUp,
  ]);
  const sam = await createProfessional(app.database, region, 'Dronten', 'Sam Voorbeeld');
  await launch(app, api, [session]);
  await expect(enrol(app, region, sam, session)).rejects.toThrow('not-invited');
  await enrol(app, region, noor, session);
  await app.database.owner.query("update course set audience = 'public' where id = $1", [
    region.courses.followUp,
  ]);
});
