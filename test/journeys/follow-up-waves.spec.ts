import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client, type ApiClient } from '../support/client.js';
import { issueCertificate } from '../support/certificates.js';
import { cancelEnrolment, enrol, mailsTo } from '../support/enrolment.js';
import {
  answerInvitation,
  answerPath,
  followUpDay,
  followUpMailsTo,
  launch,
  standings,
} from '../support/follow-up.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const coordinator = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, coordinator.id);
});
afterAll(() => app.stop());
beforeEach(async () => {
  // A Tuesday.
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query('truncate follow_up_campaign, certificate, message, enrolment cascade');
});

async function trained(town: MunicipalityName, name: string, date = '2026-01-10'): Promise<TestProfessional> {
  const professional = await createProfessional(app.database, region, town, `${name} Voorbeeld`);
  await issueCertificate(app.database, region, professional, date);
  return professional;
}

/** Lets time pass until this moment, and gives the worker its turn. */
async function at(moment: string): Promise<void> {
  app.clock.set(moment);
  await app.recur('follow-up.send-due');
}

const hasMail = async (people: readonly TestProfessional[], kind: 'invitation' | 'reminder' = 'invitation') =>
  Promise.all(people.map(async (person) => (await followUpMailsTo(app, person, kind)).length));

describe('waves', () => {
  test('invite no more people of a municipality at once than there are seats, who was trained longest ago first', async () => {
    const session = await followUpDay(app, region, {
      ...{ capacity: 3, quotas: { Almere: 1, Dronten: 1 }, releaseOn: '2026-11-30' },
    });
    const people = [
      await trained('Almere', 'Ad', '2026-03-01'),
      await trained('Almere', 'Bo', '2025-03-01'),
      await trained('Almere', 'Ces', '2026-02-01'),
      await trained('Dronten', 'Dé', '2026-08-01'),
    ];
    const campaign = await launch(app, api, [session]);
    // One seat of Almere, one of Dronten, and one that is open.
    expect(await hasMail(people)).toEqual([0, 1, 1, 1]);
    await at('2026-09-08T06:59:00Z');
    expect(await hasMail(people)).toEqual([0, 1, 1, 1]);
    await at('2026-09-08T07:00:00Z');
    expect(await hasMail(people)).toEqual([1, 1, 1, 1]);
    expect((await api.get(`/follow-up-campaigns/${campaign}`)).json()).toMatchObject({
      waves: [
        { ordinal: 1, people: 3, invited: 3 },
        { ordinal: 2, people: 1, invited: 1 },
      ],
    });
  });

  test('of a size that was chosen take the next so many each time', async () => {
    const people = [await trained('Urk', 'Ad', '2025-01-01'), await trained('Urk', 'Bo', '2025-02-01')];
    await launch(app, api, [await followUpDay(app, region)], { waveSize: 1, waveDays: 1 });
    expect(await hasMail(people)).toEqual([1, 0]);
    await at('2026-09-02T07:00:00Z');
    expect(await hasMail(people)).toEqual([1, 1]);
  });

  test('begin on the day that was chosen', async () => {
    const people = [await trained('Urk', 'Ad')];
    await launch(app, api, [await followUpDay(app, region)], { firstOn: '2026-10-01' });
    await at('2026-10-01T06:59:00Z');
    expect(await hasMail(people)).toEqual([0]);
    await at('2026-10-01T07:00:00Z');
    expect(await hasMail(people)).toEqual([1]);
  });

  test('wait as long as there is no seat for someone, and say so', async () => {
    const session = await followUpDay(app, region, { capacity: 1 });
    const seated = await createProfessional(app.database, region, 'Urk', 'Zit Voorbeeld');
    const enrolment = await enrol(app, region, seated, session);
    const people = [await trained('Urk', 'Ad')];
    const campaign = await launch(app, api, [session]);
    expect(await hasMail(people)).toEqual([0]);
    expect((await api.get(`/follow-up-campaigns/${campaign}`)).json()).toMatchObject({ waitForSeats: 1 });
    await cancelEnrolment(app, region, seated, enrolment);
    await at('2026-09-01T09:00:00Z');
    expect(await hasMail(people)).toEqual([1]);
  });

  test('skip who enrolled before their turn', async () => {
    const session = await followUpDay(app, region);
    const ad = await trained('Urk', 'Ad');
    await launch(app, api, [session], { firstOn: '2026-10-01' });
    await enrol(app, region, ad, session);
    await at('2026-10-01T07:00:00Z');
    expect(await hasMail([ad])).toEqual([0]);
  });

  test('no longer go once the campaign is stopped, nor once all days are over or called off', async () => {
    const people = [await trained('Urk', 'Ad', '2025-01-01'), await trained('Urk', 'Bo', '2025-02-01')];
    const campaign = await launch(app, api, [await followUpDay(app, region)], { waveSize: 1 });
    await api.post(`/follow-up-campaigns/${campaign}/closure`);
    await at('2026-10-01T07:00:00Z');
    expect([await hasMail(people), await hasMail(people, 'reminder')]).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  test('are not planned after the last day: for whom there is no turn is told', async () => {
    const session = await followUpDay(app, region, { date: '2026-09-03' });
    for (const name of ['Ad', 'Bo', 'Ces', 'Dé']) await trained('Urk', name);
    const campaign = await launch(app, api, [session], { waveSize: 1, waveDays: 1 });
    // Today at once, tomorrow, and Thursday before the day begins at 09:30.
    expect((await api.get(`/follow-up-campaigns/${campaign}`)).json()).toMatchObject({
      ...{ people: 4, withoutTurn: 1, waves: [{ people: 1 }, { people: 1 }, { people: 1 }] },
    });
  });

  test('twice at the same moment write each mail once', async () => {
    const people = [await trained('Urk', 'Ad'), await trained('Urk', 'Bo')];
    await launch(app, api, [await followUpDay(app, region)], { firstOn: '2026-10-01' });
    app.clock.set('2026-10-01T07:00:00Z');
    await Promise.all([app.recur('follow-up.send-due'), app.recur('follow-up.send-due')]);
    expect(await hasMail(people)).toEqual([1, 1]);
  });
});

describe('the mail', () => {
  test('of a campaign for two days names those with a seat for this municipality, and leads to one page', async () => {
    const full = await followUpDay(app, region, {
      ...{ date: '2026-12-10', capacity: 1, quotas: { Almere: 1 }, releaseOn: '2026-12-01' },
    });
    const days = [
      await followUpDay(app, region),
      full,
      await followUpDay(app, region, { date: '2026-12-17' }),
    ];
    const [noor, uma] = [await trained('Almere', 'Noor'), await trained('Urk', 'Uma')];
    await launch(app, api, days);
    const [toNoor] = await followUpMailsTo(app, noor);
    const [toUma] = await followUpMailsTo(app, uma);
    expect(toNoor!.subject).toBe(
      'Uitnodiging: Terugkomdag op donderdag 3 december 2026, donderdag 10 december 2026 of donderdag 17 december 2026',
    );
    expect(toNoor!.text_body).toContain('09:30–17:00');
    expect(toUma!.text_body).not.toContain('10 december');
    expect(toUma!.text_body).toMatch(/\/follow-up-answers\/[\w-]{43}/);
  });

  test('has the words of the own municipality', async () => {
    const noor = await trained('Almere', 'Noor');
    await app.database.owner.query(
      `insert into wording (id, region_id, municipality_id, kind, locale, version, opening, written_at)
       values (gen_random_uuid(), $1, $2, 'follow-up-invitation', 'nl', 1, 'Dag {{name}}, kom naar {{course}}!', now())`,
      [region.id, region.municipalities.Almere],
    );
    await launch(app, api, [await followUpDay(app, region)]);
    const [mail] = await followUpMailsTo(app, noor);
    expect(mail!.text_body).toContain('Dag Noor Voorbeeld, kom naar Terugkomdag!');
    await app.database.owner.query('truncate wording');
  });

  test('reminds once in the morning after so many working days, and only who did not answer', async () => {
    const session = await followUpDay(app, region);
    const [silent, enrolled, no, gone] = [
      await trained('Urk', 'Stil'),
      await trained('Urk', 'Ja'),
      await trained('Urk', 'Nee'),
      await trained('Urk', 'Weg'),
    ];
    await launch(app, api, [session], { remindDays: 5 });
    await answerInvitation(app, enrolled, session);
    await answerInvitation(app, no, 'declined');
    const enrolment = await enrol(app, region, gone, session);
    await cancelEnrolment(app, region, gone, enrolment);
    await at('2026-09-08T06:59:00Z');
    expect(await hasMail([silent], 'reminder')).toEqual([0]);
    await at('2026-09-08T07:00:00Z');
    await at('2026-09-09T07:00:00Z');
    expect(await hasMail([silent, enrolled, no, gone], 'reminder')).toEqual([1, 0, 0, 0]);
  });

  test('reminds nobody where the campaign has no reminder', async () => {
    const ad = await trained('Urk', 'Ad');
    await launch(app, api, [await followUpDay(app, region)], { remindDays: null });
    await at('2026-11-01T07:00:00Z');
    expect(await hasMail([ad], 'reminder')).toEqual([0]);
  });
});

describe('the page behind the link', () => {
  async function invited(days: readonly string[]): Promise<{ ad: TestProfessional; campaign: string }> {
    const ad = await trained('Urk', 'Ad');
    return { ad, campaign: await launch(app, api, days) };
  }

  test('opens without signing in and enrols in the day that was chosen', async () => {
    const days = [await followUpDay(app, region), await followUpDay(app, region, { date: '2026-12-10' })];
    const { ad, campaign } = await invited(days);
    const visitor = new Client(app.url);
    const page = await visitor.get(await answerPath(app, ad));
    expect(page.text).toContain('donderdag 10 december 2026, 09:30–17:00');
    const answer = await answerInvitation(app, ad, days[1]!);
    expect(answer.status).toBe(303);
    await app.work();
    expect((await visitor.get(answer.location!)).text).toContain(
      'U bent ingeschreven voor donderdag 10 december 2026',
    );
    expect((await mailsTo(app, ad)).map(({ template }) => template)).toEqual([
      'follow-up-invitation',
      'enrolment-confirmed',
    ]);
    expect(await standings(api, campaign)).toEqual({ 'Ad Voorbeeld': 'enrolled' });
  });

  test('puts on the waiting list whoever chooses a day that has become full, which it says first', async () => {
    const session = await followUpDay(app, region, { capacity: 1 });
    const { ad, campaign } = await invited([session]);
    await enrol(app, region, await createProfessional(app.database, region, 'Urk'), session);
    const page = await new Client(app.url).get(await answerPath(app, ad));
    expect(page.text).toContain('vol: u komt op de wachtlijst');
    await answerInvitation(app, ad, session);
    expect(await standings(api, campaign)).toEqual({ 'Ad Voorbeeld': 'waiting' });
  });

  test.each([
    ['unavailable', 'op deze dagen niet kunt'],
    ['declined', 'niet wilt komen'],
    ['left', 'hier niet meer werkt'],
  ])('keeps the answer %s and says so; another answer can be given later', async (refusal, text) => {
    const session = await followUpDay(app, region);
    const { ad, campaign } = await invited([session]);
    const answer = await answerInvitation(app, ad, refusal);
    expect((await new Client(app.url).get(answer.location!)).text).toContain(text);
    expect(await standings(api, campaign)).toEqual({ 'Ad Voorbeeld': refusal });
    await answerInvitation(app, ad, session);
    expect(await standings(api, campaign)).toEqual({ 'Ad Voorbeeld': 'enrolled' });
  });

  test('asks for a choice where there is none, and takes no day of elsewhere', async () => {
    const { ad } = await invited([await followUpDay(app, region)]);
    const path = await answerPath(app, ad);
    const empty = await new Client(app.url).post(path, {});
    expect([empty.status, empty.text.includes('id="error-summary"')]).toEqual([400, true]);
    const other = await followUpDay(app, region, { date: '2026-12-10' });
    expect((await answerInvitation(app, ad, other)).status).toBe(409);
  });

  test('does not let someone with a place say no: they cancel it first', async () => {
    const session = await followUpDay(app, region);
    const { ad } = await invited([session]);
    await answerInvitation(app, ad, session);
    expect((await answerInvitation(app, ad, 'declined')).text).toContain('Er is al een plaats');
  });

  test('changes nothing for who opens it, and answers nobody who guesses', async () => {
    const { ad, campaign } = await invited([await followUpDay(app, region)]);
    await new Client(app.url).get(await answerPath(app, ad));
    expect(await standings(api, campaign)).toEqual({ 'Ad Voorbeeld': 'invited' });
    expect((await new Client(app.url).get(`/follow-up-answers/${'A'.repeat(43)}`)).status).toBe(410);
  });

  test('says that it is over when the last day has passed', async () => {
    const { ad } = await invited([await followUpDay(app, region)]);
    app.clock.set('2026-12-04T08:00:00Z');
    const page = await new Client(app.url).get(await answerPath(app, ad));
    expect(page.text).toContain('U kunt zich niet meer inschrijven');
  });
});

test('who said no or left is not invited again until trained once more; who could not come is', async () => {
  const people = {
    no: await trained('Urk', 'Nee'),
    never: await trained('Urk', 'Nooit'),
    gone: await trained('Urk', 'Weg'),
    busy: await trained('Urk', 'Druk'),
  };
  const first = await launch(app, api, [await followUpDay(app, region)]);
  await answerInvitation(app, people.no, 'declined');
  await answerInvitation(app, people.never, 'declined');
  await answerInvitation(app, people.gone, 'left');
  await answerInvitation(app, people.busy, 'unavailable');
  expect(await standings(api, first)).toEqual({
    'Nooit Voorbeeld': 'declined',
    ...{ 'Nee Voorbeeld': 'declined', 'Weg Voorbeeld': 'left', 'Druk Voorbeeld': 'unavailable' },
  });
  app.clock.set('2026-10-01T08:00:00Z');
  await issueCertificate(app.database, region, people.no, '2026-09-15');
  const second = await launch(app, api, [await followUpDay(app, region, { date: '2026-12-10' })]);
  expect(Object.keys(await standings(api, second)).toSorted()).toEqual(['Druk Voorbeeld', 'Nee Voorbeeld']);
});

describe('a day that is called off', () => {
  const callOff = async (session: string) => {
    await api.post(`/sessions/${session}/cancellation`);
    await app.work();
  };
  const templates = async (person: TestProfessional) =>
    (await mailsTo(app, person)).map(({ template }) => template);

  test('is told once to who did not answer, and not to who has a place, said no or was not invited yet', async () => {
    const session = await followUpDay(app, region);
    const silent = await trained('Urk', 'Stil', '2025-01-01');
    const enrolled = await trained('Urk', 'Ja', '2025-01-02');
    const no = await trained('Urk', 'Nee', '2025-01-03');
    const later = await trained('Urk', 'Later', '2025-01-04');
    await launch(app, api, [session], { waveSize: 3 });
    await answerInvitation(app, enrolled, session);
    await answerInvitation(app, no, 'declined');
    await callOff(session);
    await app.database.owner.query(
      "insert into outbox (fact, payload, created_at) select fact, payload, created_at from outbox where fact = 'session.cancelled'",
    );
    await app.work();
    expect(await templates(silent)).toEqual(['follow-up-invitation', 'follow-up-called-off']);
    expect(await templates(enrolled)).toEqual([
      'follow-up-invitation',
      'enrolment-confirmed',
      'session-cancelled',
    ]);
    expect([await templates(no), await templates(later)]).toEqual([['follow-up-invitation'], []]);
  });

  test('leads to the other days where there are any', async () => {
    const days = [await followUpDay(app, region), await followUpDay(app, region, { date: '2026-12-10' })];
    const ad = await trained('Urk', 'Ad');
    const campaign = await launch(app, api, days);
    await callOff(days[0]!);
    expect((await mailsTo(app, ad)).at(-1)!.text_body).toContain('U kunt nog een andere dag kiezen.');
    await answerInvitation(app, ad, days[1]!);
    expect(await standings(api, campaign)).toEqual({ 'Ad Voorbeeld': 'enrolled' });
  });
});
