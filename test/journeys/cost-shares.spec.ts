import { startApp, type TestApp } from '../support/app.js';
import { seat } from '../support/attendance.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { cancelEnrolment, enrol } from '../support/enrolment.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
  type TestSession,
} from '../support/region.js';
import { burdensOf, freeOn } from '../support/shares.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let finance: ApiClient;
let page: Client;
let money: Client;
let email: string;

beforeEach(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_000_000, Dronten: 200_000, Urk: 90_000 },
    trainings: { Almere: 6 },
  });
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
  email = account.email;
  page = await signIn(app, email);
  const other = await createAccount(app.database, region, 'finance');
  finance = await apiClient(app, region.id, other.id);
  money = await signIn(app, other.email);
});
afterEach(() => app.stop());

const idOf = (town: MunicipalityName) => region.municipalities[town];
const free = (town: MunicipalityName) => freeOn(app, region, grant.lines.basic, town);

/** A session of € 2.500,00 that Almere pays, shared by a key. */
async function shared(key: string, plan: TestSession = {}): Promise<string> {
  const session = await createSession(app.database, region, plan);
  expect((await coordinator.post(`/sessions/${session}/sharing`, { key })).status).toBe(200);
  return session;
}
const fixed = (percentages: Partial<Record<MunicipalityName, number>>) => ({
  key: 'fixed',
  percentages: Object.entries(percentages).map(([town, percentage]) => ({
    municipalityId: idOf(town as MunicipalityName),
    hundredths: Math.round(percentage * 100),
  })),
});
const confirm = (session: string) => coordinator.post(`/sessions/${session}/confirmation`);
const someone = (town: MunicipalityName) => createProfessional(app.database, region, town);
async function enrolled(session: string, town: MunicipalityName) {
  const person = await someone(town);
  const enrolmentId = await enrol(app, region, person, session);
  return { person, enrolmentId, cancel: () => cancelEnrolment(app, region, person, enrolmentId) };
}
const entriesOf = async (session: string) =>
  (
    await app.database.owner.query<{ line: string }>(
      `select source_type || ' ' || m.name || ' ' || kind || ' ' || amount_cents line from ledger_entry e
       join municipality m on m.id = e.municipality_id where session_id = $1 order by e.id`,
      [session],
    )
  ).rows.map(({ line }) => line);
const invoice = async (session: string, amountCents: number, isFinal: boolean, number: string) => {
  const { rows } = await app.database.owner.query<{ id: string }>(
    'select id from commitment where session_id = $1',
    [session],
  );
  return finance.post('/realisations', {
    ...{ commitmentId: rows[0]!.id, supplier: 'ROR', invoiceNumber: number, invoiceDate: '2026-09-01' },
    ...{ amountCents, vatTreatment: 'exempt', isFinal },
  });
};
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
async function closeSession(session: string): Promise<void> {
  app.clock.set(new Date('2026-11-13T08:00:00Z'));
  const client = await signIn(app, email);
  expect((await client.post(`/sessions/${session}/closure`)).location).toBe(`/sessions/${session}`);
  await app.work();
}
const mark = (session: string, enrolmentId: string, as: string) =>
  app.database.owner.query(
    `insert into attendance_mark (enrolment_id, part_id, mark, marked_at, marked_by)
     select $2, p.id, $3, now(), (select id from account limit 1) from session_part p where p.session_id = $1`,
    [session, enrolmentId, as],
  );

describe('letting a session go ahead whose cost is shared', () => {
  test('shows beforehand who bears what, and commits each share on the own budget', async () => {
    const session = await shared('reserved', { quotas: { Almere: 4, Dronten: 2, Urk: 1 } });
    const shown = read((await page.get(`/sessions/${session}/confirmation`)).text);
    expect(shown).toContain('Naar gereserveerde plaatsen');
    expect(shown).toContain('Almere 4 plaatsen € 1.428,57 voorbeeld € 10.000,00');
    expect(shown).toContain('Dronten 2 plaatsen € 714,29 voorbeeld € 2.000,00 voorbeeld € 1.285,71');
    expect(shown).toContain('Urk 1 plaats € 357,14');

    expect((await confirm(session)).status).toBe(200);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 142857 spent 0',
      'Dronten reserved 71429 spent 0',
      'Urk reserved 35714 spent 0',
    ]);
    expect([await free('Almere'), await free('Dronten'), await free('Urk')]).toEqual([
      857_143, 128_571, 54_286,
    ]);
    const { rows } = await app.database.owner.query('select municipality_id from allotment_use');
    expect(rows).toEqual([{ municipality_id: idOf('Almere') }]);
  });

  test('is refused whole when one share does not fit, and names whose', async () => {
    const session = await shared('reserved', { quotas: { Almere: 1, Urk: 1 } });
    const shown = read((await page.get(`/sessions/${session}/confirmation`)).text);
    expect(shown).toContain('Het deel van Urk is € 1.250,00 en daar is nog € 900,00 vrij');
    const refused = await confirm(session);
    expect([refused.status, refused.json()['title']]).toEqual([409, 'Een gemeente heeft te weinig budget']);
    expect(await burdensOf(app, session)).toEqual([]);
    expect((await app.database.owner.query('select from cost_share')).rowCount).toBe(0);
  });

  test('is refused for a municipality without a budget on the line', async () => {
    const session = await shared('reserved', { quotas: { Almere: 9, Lelystad: 1 } });
    expect(read(String((await confirm(session)).json()['detail']))).toContain(
      'Lelystad is € 250,00 en daar is nog € 0,00',
    );
  });

  test('with one payer books as it always did, and keeps no shares', async () => {
    const session = await createSession(app.database, region, { quotas: { Dronten: 5 } });
    await confirm(session);
    await enrolled(session, 'Dronten');
    await app.work();
    expect(await entriesOf(session)).toEqual(['session Almere commitment 250000']);
    expect((await app.database.owner.query('select from cost_share')).rowCount).toBe(0);
    expect(read((await page.get(`/sessions/${session}/shares`)).text)).toContain('Almere alles € 2.500,00');
  });

  test('falls on the payer while nobody is enrolled', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    expect(await burdensOf(app, session)).toEqual(['Almere reserved 250000 spent 0']);
    expect(read((await page.get(`/sessions/${session}/shares`)).text)).toContain('Almere 0 inschrijvingen');
  });

  test('many at once never take more than one of the budgets holds', async () => {
    const sessions = await Promise.all(
      Array.from({ length: 6 }, () => shared('reserved', { quotas: { Almere: 4, Urk: 1 } })),
    );
    // Urk holds one share of € 500,00, and € 400,00 of the next.
    const answers = await Promise.all(sessions.map(confirm));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect([await free('Almere'), await free('Urk')]).toEqual([800_000, 40_000]);
  });
});

describe('sharing again', () => {
  test('follows who enrols and who cancels, by counter-entries that only move', async () => {
    const session = await shared('enrolled');
    await enrolled(session, 'Almere');
    await app.work();
    await confirm(session);
    const urk = await enrolled(session, 'Urk');
    const dronten = await enrolled(session, 'Dronten');
    await app.work();
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 83334 spent 0',
      'Dronten reserved 83333 spent 0',
      'Urk reserved 83333 spent 0',
    ]);
    await dronten.cancel();
    await urk.cancel();
    await app.work();
    expect(await burdensOf(app, session)).toEqual(['Almere reserved 250000 spent 0']);
    const { rows } = await app.database.owner.query(
      "select source_id, sum(amount_cents)::int total from ledger_entry where source_type = 'share' group by 1",
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ total }) => total === 0)).toBe(true);
  });

  test('is done once, however often the job runs', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    await enrolled(session, 'Dronten');
    await app.work();
    const before = await entriesOf(session);
    expect(before).toEqual([
      'session Almere commitment 250000',
      'share Almere commitment -250000',
      'share Dronten commitment 250000',
    ]);
    await app.database.owner.query(
      "update job set status = 'waiting', woken_at = null where name like 'grants.share-by-%'",
    );
    await app.work();
    expect(await entriesOf(session)).toEqual(before);
  });

  test('counts who cancelled too late and is still charged for', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    await enrolled(session, 'Almere');
    const late = await enrolled(session, 'Dronten');
    await app.database.owner.query(
      `update session set cancel_until = '2026-08-01', charges_late_cancellation = true where id = $1`,
      [session],
    );
    const client = await apiClient(app, region.id, late.person.accountId);
    await client.post(`/enrolments/${late.enrolmentId}/cancellation`, { reason: 'Dienst gewijzigd.' });
    await app.work();
    expect((await app.database.owner.query('select from enrolment where still_charged')).rowCount).toBe(1);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 125000 spent 0',
      'Dronten reserved 125000 spent 0',
    ]);
  });

  test('follows reserved seats that change', async () => {
    const session = await shared('reserved', { quotas: { Almere: 4 } });
    await confirm(session);
    const { rows } = await app.database.owner.query<{ version: number }>(
      'select version from session where id = $1',
      [session],
    );
    const answer = await page.post(`/sessions/${session}/seats`, {
      ...{ version: String(rows[0]!.version), capacity: '12', minimum: '1', overbookingPercentage: '0' },
      ...{ releaseOn: '2026-11-01', waitingListMode: 'automatic', offerHours: '24' },
      ...{ 'quotas.0.municipalityId': idOf('Almere'), 'quotas.0.seats': '3' },
      ...{ 'quotas.1.municipalityId': idOf('Dronten'), 'quotas.1.seats': '1' },
    });
    expect([answer.status, read(answer.text)]).toEqual([303, '']);
    await app.work();
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 187500 spent 0',
      'Dronten reserved 62500 spent 0',
    ]);
  });

  test('by attendance counts enrolments until closing, who came after it, and corrections', async () => {
    const session = await shared('attended');
    const one = await seat(app.database, region, session, 'Almere', 'Anna Voorbeeld');
    const two = await seat(app.database, region, session, 'Dronten', 'Dirk Voorbeeld');
    await confirm(session);
    expect(await burdensOf(app, session)).toHaveLength(2);
    await mark(session, one.enrolmentId, 'present');
    await mark(session, two.enrolmentId, 'absent');
    await closeSession(session);
    expect(await burdensOf(app, session)).toEqual(['Almere reserved 250000 spent 0']);

    const part = await app.database.owner.query<{ id: string }>(
      'select id from session_part where session_id = $1',
      [session],
    );
    const corrected = await coordinator.post(`/enrolments/${two.enrolmentId}/attendance-correction`, {
      marks: [{ partId: part.rows[0]!.id, mark: 'late', minutes: 10 }],
      reason: 'sheet',
    });
    expect(corrected.status).toBe(200);
    await app.work();
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 125000 spent 0',
      'Dronten reserved 125000 spent 0',
    ]);
  });

  test('books a share also where the budget is short: it shows as less than nothing, and finance can decide', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    await enrolled(session, 'Urk');
    await app.work();
    expect(await free('Urk')).toBe(-160_000);
    expect(read((await money.get('/budget?year=2026')).text)).toContain('€ -1.600,00');

    const home = await money.get('/');
    expect(read(home.text)).toContain('Basistrainingen, Urk € 1.600,00 (voorbeeld) te weinig');
    expect(home.text).toContain(`/grants/${grant.id}/shifts/new`);

    const next = await createSession(app.database, region, { payer: 'Urk' });
    expect((await confirm(next)).status).toBe(409);
    const shift = await finance.post(`/grants/${grant.id}/shifts`, {
      ...{ reference: 'Overleg 1', decidedOn: '2026-08-31', reason: 'Urk kwam met meer mensen' },
      from: { grantLineId: grant.lines.basic, municipalityId: idOf('Almere') },
      to: { grantLineId: grant.lines.basic, municipalityId: idOf('Urk') },
      amountCents: 160_000,
    });
    expect(shift.status).toBe(201);
    expect(await free('Urk')).toBe(0);
    expect((await money.get('/')).text).not.toContain('te weinig');
  });

  test('gives a municipality without a budget on the line one of nothing', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    await enrolled(session, 'Lelystad');
    await app.work();
    expect(await free('Lelystad')).toBe(-250_000);
  });

  test('counts people from outside the region for the payer', async () => {
    const session = await shared('enrolled');
    await app.database.owner.query('update municipality set is_member = false where id = $1', [
      idOf('Lelystad'),
    ]);
    await confirm(session);
    await enrolled(session, 'Dronten');
    await enrolled(session, 'Lelystad');
    await app.work();
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 125000 spent 0',
      'Dronten reserved 125000 spent 0',
    ]);
  });

  test('after the year has been closed is a correction in the next one', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    await invoice(session, 250_000, true, 'F-1');
    await app.database.owner.query(
      'insert into accounting_year (region_id, year, closed_at, closed_by) select $1, 2026, now(), id from account limit 1',
      [region.id],
    );
    await enrolled(session, 'Dronten');
    await app.work();
    const { rows } = await app.database.owner.query(
      "select year, corrects_year, sum(amount_cents)::int total, count(*)::int from ledger_entry where source_type = 'share' group by 1, 2",
    );
    expect(rows).toEqual([{ year: 2027, corrects_year: 2026, total: 0, count: 2 }]);
    expect(await burdensOf(app, session)).toEqual(['Dronten reserved 0 spent 250000']);
  });
});

describe('invoices and credit notes on a shared session', () => {
  test('fall on the municipalities as the cost does, whatever the parts', async () => {
    const session = await createSession(app.database, region);
    await coordinator.post(
      `/sessions/${session}/sharing`,
      fixed({ Almere: 33.33, Dronten: 33.33, Urk: 33.34 }),
    );
    await confirm(session);
    expect((await invoice(session, 100_001, false, 'F-1')).status).toBe(201);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 49995 spent 33330',
      'Dronten reserved 49995 spent 33330',
      'Urk reserved 50009 spent 33341',
    ]);
    const last = await invoice(session, 140_000, true, 'F-2');
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 0 spent 79992',
      'Dronten reserved 0 spent 79992',
      'Urk reserved 0 spent 80017',
    ]);
    const credited = await finance.post(`/realisations/${String(last.json()['id'])}/credit-note`, {
      ...{ invoiceNumber: 'C-1', invoiceDate: '2026-09-01', amountCents: 140_000, reason: 'not-delivered' },
    });
    expect(credited.status).toBe(201);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 0 spent 33330',
      'Dronten reserved 0 spent 33330',
      'Urk reserved 0 spent 33341',
    ]);
  });

  test('above the commitment must fit on every budget', async () => {
    const session = await createSession(app.database, region);
    await coordinator.post(`/sessions/${session}/sharing`, fixed({ Almere: 65, Urk: 35 }));
    await confirm(session);
    // Of € 900,00 Urk has € 25,00 left.
    const over = await invoice(session, 258_000, true, 'F-1');
    expect([over.status, over.json()['title']]).toEqual([409, 'Een gemeente heeft te weinig budget']);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 162500 spent 0',
      'Urk reserved 87500 spent 0',
    ]);
    expect((await invoice(session, 257_000, true, 'F-1')).status).toBe(201);
    expect(await free('Urk')).toBe(50);
  });

  test('that were booked move along when the facts change', async () => {
    const session = await shared('enrolled');
    await enrolled(session, 'Almere');
    await confirm(session);
    await invoice(session, 100_000, false, 'F-1');
    await enrolled(session, 'Dronten');
    await app.work();
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 75000 spent 50000',
      'Dronten reserved 75000 spent 50000',
    ]);
  });

  test('calling off releases what every municipality had reserved, and shares nothing again', async () => {
    const session = await shared('enrolled');
    await enrolled(session, 'Almere');
    await enrolled(session, 'Dronten');
    await app.work();
    await confirm(session);
    await invoice(session, 100_000, false, 'F-1');
    await page.post(`/sessions/${session}/cancellation`);
    await app.work();
    await app.database.owner.query(
      "update job set status = 'waiting', woken_at = null where name like 'grants.share-by-%'",
    );
    await app.work();
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 0 spent 50000',
      'Dronten reserved 0 spent 50000',
    ]);
  });
});

describe('choosing how a cost is shared', () => {
  test('in the form keeps what was filled in when it is not a hundred', async () => {
    const session = await createSession(app.database, region);
    const answer = await page.post(`/sessions/${session}/sharing`, {
      key: 'fixed',
      ...{ 'shares.0.municipalityId': idOf('Almere'), 'shares.0.percentage': '60' },
      ...{ 'shares.1.municipalityId': idOf('Dronten'), 'shares.1.percentage': '39,99' },
    });
    expect(answer.status).toBe(400);
    expect(read(answer.text)).toContain('De percentages zijn samen geen 100');
    expect(answer.text).toContain('value="39,99"');
  });

  test('in the form takes two decimals, and shows them again', async () => {
    const session = await createSession(app.database, region);
    const answer = await page.post(`/sessions/${session}/sharing`, {
      key: 'fixed',
      ...{ 'shares.0.municipalityId': idOf('Almere'), 'shares.0.percentage': '66,67' },
      ...{ 'shares.1.municipalityId': idOf('Dronten'), 'shares.1.percentage': '33,33' },
      ...{ 'shares.2.municipalityId': idOf('Urk'), 'shares.2.percentage': '' },
    });
    expect(answer.location).toBe(`/sessions/${session}/shares`);
    expect((await page.get(`/sessions/${session}/sharing`)).text).toContain('value="33,33"');
  });

  test.each([
    ['percentages that are no hundred', () => fixed({ Almere: 99.99 })],
    [
      'a municipality twice',
      () => ({
        key: 'fixed',
        percentages: [1, 2].map(() => ({ municipalityId: idOf('Almere'), hundredths: 5000 })),
      }),
    ],
    ['percentages with another key', () => ({ ...fixed({ Almere: 100 }), key: 'enrolled' })],
    ['a key that there is not', () => ({ key: 'inhabitants' })],
    [
      'a fraction of a hundredth',
      () => ({ key: 'fixed', percentages: [{ municipalityId: idOf('Almere'), hundredths: 10_000.5 }] }),
    ],
    [
      'a negative percentage',
      () => ({ key: 'fixed', percentages: [{ municipalityId: idOf('Almere'), hundredths: -1 }] }),
    ],
    [
      'a municipality that does not exist',
      () => ({
        key: 'fixed',
        percentages: [{ municipalityId: '0198f000-0000-7000-8000-000000000000', hundredths: 10_000 }],
      }),
    ],
  ])('refuses %s', async (_what, body) => {
    const session = await createSession(app.database, region);
    expect((await coordinator.post(`/sessions/${session}/sharing`, body())).status).toBe(400);
    expect((await app.database.owner.query('select from sharing_key')).rowCount).toBe(0);
  });

  test('after confirmation shares again at once, as far as the budgets hold it', async () => {
    const session = await createSession(app.database, region);
    await confirm(session);
    const over = await coordinator.post(`/sessions/${session}/sharing`, fixed({ Almere: 50, Urk: 50 }));
    expect(over.status).toBe(409);
    expect(await entriesOf(session)).toHaveLength(1);
    expect((await app.database.owner.query('select from sharing_key')).rowCount).toBe(0);

    await coordinator.post(`/sessions/${session}/sharing`, fixed({ Almere: 80, Urk: 20 }));
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 200000 spent 0',
      'Urk reserved 50000 spent 0',
    ]);
    await coordinator.post(`/sessions/${session}/sharing`, { key: 'payer' });
    expect(await burdensOf(app, session)).toEqual(['Almere reserved 250000 spent 0']);
  });

  test('of a session that was called off is refused', async () => {
    const session = await createSession(app.database, region);
    await page.post(`/sessions/${session}/cancellation`);
    expect((await coordinator.post(`/sessions/${session}/sharing`, { key: 'enrolled' })).status).toBe(409);
  });
});

describe('who sees it', () => {
  test('a contact sees the own share, its count and its history, and nobody else’s', async () => {
    const session = await shared('reserved', { quotas: { Almere: 4, Dronten: 1 } });
    await confirm(session);
    const account = await createAccount(app.database, region, 'contact', { municipalityId: idOf('Dronten') });
    const contact = await signIn(app, account.email);
    const shown = read((await contact.get(`/sessions/${session}/shares`)).text);
    expect(shown).toContain('Dronten 1 plaats € 500,00 voorbeeld');
    expect(shown).not.toMatch(/4 plaatsen|2\.000,00|2\.500,00/);
    const listed = (
      await (await apiClient(app, region.id, account.id)).get(`/sessions/${session}/shares`)
    ).json();
    expect(listed['items']).toEqual([
      {
        ...{ municipalityId: idOf('Dronten'), municipalityName: 'Dronten', units: 1 },
        ...{ reservedCents: 50_000, spentCents: 0, isDemo: true },
      },
    ]);
    expect(read((await contact.get('/budget')).text)).toContain(
      '€ 500,00 voorbeeld € 0,00 € 1.500,00 voorbeeld',
    );
  });

  test('finance and coordinator see all of it, and every time it was shared', async () => {
    const session = await shared('enrolled');
    await confirm(session);
    await enrolled(session, 'Dronten');
    await app.work();
    const shown = read((await money.get(`/sessions/${session}/shares`)).text);
    expect(shown).toContain('Dronten 1 inschrijving € 2.500,00 voorbeeld');
    expect(shown).toContain('Volgt uit inschrijvingen, plaatsen of aanwezigheid');
    expect(shown).toContain('Almere 0 inschrijvingen € 0,00');
    expect((await money.get(`/sessions/${session}/sharing`)).status).toBe(403);
    const ledger = read((await money.get('/ledger?year=2026')).text);
    expect(ledger).toContain('Verplichting opnieuw verdeeld');
  });
});

describe('the database', () => {
  const entry = (amount: number) =>
    app.database.owner.query(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
       values ($1, $2, $3, 'commitment', $4, '2026-09-01', 2026, now(), 'share', $1, 'x')`,
      [region.id, grant.lines.basic, idOf('Almere'), amount],
    );

  test('refuses a sharing that makes money', async () => {
    await expect(entry(1)).rejects.toMatchObject({ constraint: 'sharing_only_moves' });
  });

  test('refuses a share that is not booked', async () => {
    const session = await createSession(app.database, region);
    const share = app.database.owner.query(
      "insert into cost_share values ($1, $1, 1, $2, $3, 'fixed', 1, 1, false, now(), null)",
      [session, idOf('Almere'), region.id],
    );
    await expect(share).rejects.toMatchObject({ constraint: 'cost_share_is_booked' });
  });

  test('refuses percentages that are no hundred', async () => {
    const session = await createSession(app.database, region);
    const key = app.database.owner.query(
      "insert into sharing_key select $1, $2, 'fixed', now(), id from account limit 1",
      [session, region.id],
    );
    await expect(key).rejects.toMatchObject({ constraint: 'sharing_key_adds_up' });
  });
});
