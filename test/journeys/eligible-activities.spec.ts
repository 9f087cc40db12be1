import { systemActor, type Actor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Answer, type ApiClient, type Client } from '../support/client.js';
import { createGrant, standingOf, type TestGrant } from '../support/grants.js';
import { faultsOf, importTexts } from '../support/imports.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let api: ApiClient;
let coordinatorApi: ApiClient;
let finance: Client;
let coordinator: Client;

beforeEach(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_000_000 },
    network: { Almere: 500_000 },
  });
  const money = await createAccount(app.database, region, 'finance');
  const lead = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, money.id);
  coordinatorApi = await apiClient(app, region.id, lead.id);
  finance = await signIn(app, money.email);
  coordinator = await signIn(app, lead.email);
});
afterEach(() => app.stop());

interface Activity {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly lineIds: readonly string[];
}
const activities = async (as = api): Promise<Activity[]> =>
  (await as.get(`/grants/${grant.id}/activities`)).json()['items'] as Activity[];
const activityOf = async (line: keyof TestGrant['lines']) =>
  (await activities()).find(({ lineIds }) => lineIds.includes(grant.lines[line]))!;
/** Changes the days of the activity of a line, as finance reads in the decision. */
async function pays(line: keyof TestGrant['lines'], firstDay: string, lastDay: string): Promise<Answer> {
  const { id, code, title } = await activityOf(line);
  const seen = await api.get(`/grant-activities/${id}`);
  const etag = { 'if-match': seen.headers.get('etag')! };
  return api.put(`/grant-activities/${id}`, { code, title, firstDay, lastDay }, etag);
}
const budget = (line: keyof TestGrant['lines']) => ({
  ...{ grantLineId: grant.lines[line], municipalityId: region.municipalities.Almere },
});
let numbers = 0;
const order = (costDate: string, line: keyof TestGrant['lines'] = 'network') =>
  api.post('/commitments/orders', {
    ...{ ...budget(line), supplier: 'Voorbeeldregie', description: 'Netwerkregisseur' },
    ...{ costDate, amountCents: 10_000 },
  });
const cost = (costDate: string, line: keyof TestGrant['lines'] = 'network') =>
  api.post('/realisations', {
    ...{ ...budget(line), supplier: 'Voorbeeldregie', invoiceNumber: `F-${++numbers}` },
    ...{ costDate, invoiceDate: '2026-09-01', amountCents: 10_000, vatTreatment: 'exempt' },
  });
const credit = (id: string, amountCents: number) =>
  api.post(`/realisations/${id}/credit-note`, {
    ...{ invoiceNumber: `C-${++numbers}`, invoiceDate: '2026-09-01', amountCents, reason: 'amount-wrong' },
  });
const idIn = (answer: Answer): string => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return String(answer.json()['id']);
};
const codeOf = (answer: Answer) => String(answer.json()['type']).split('/').at(-1);
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
const booked = async () =>
  (await app.database.owner.query<{ count: number }>('select count(*)::int from ledger_entry')).rows[0]!
    .count;

describe('what the decision lets a grant pay', () => {
  test('is written down by finance, is seen by coordinators, and leaves a trace of what it was', async () => {
    const { id } = await activityOf('network');
    const form = await finance.get(`/grant-activities/${id}`);
    expect(form.text).toContain('value="2026-01-01"');
    const saved = await finance.post(`/grant-activities/${id}`, {
      ...{ code: 'netwerkregie', title: 'Netwerkregie', firstDay: '1-3-2026', lastDay: '30-6-2026' },
      version: '1',
    });
    expect(read((await finance.follow(saved)).text)).toContain('De activiteit is opgeslagen.');
    const seen = read((await coordinator.get(`/grants/${grant.id}/activities`)).text);
    expect(seen).toContain('Netwerkregie netwerkregie 1 maart 2026 tot en met 30 juni 2026 Netwerkregisseur');
    expect(seen).not.toContain('Activiteit toevoegen');
    const { rows } = await app.database.owner.query<{ before: unknown }>(
      "select before from audit_entry where action = 'changeActivity'",
    );
    expect(rows[0]!.before).toMatchObject({ code: '30', firstDay: '2026-01-01', lastDay: '2026-12-31' });
  });

  test('is not changed by a coordinator, and not by who looked at another version', async () => {
    const { id, code, title, firstDay, lastDay } = await activityOf('network');
    const sent = { code, title, firstDay, lastDay };
    const path = `/grant-activities/${id}`;
    expect((await coordinatorApi.put(path, sent, { 'if-match': '"1"' })).status).toBe(403);
    expect((await api.put(path, sent)).status).toBe(428);
    expect((await api.put(path, sent, { 'if-match': '"1"' })).status).toBe(200);
    expect((await api.put(path, sent, { 'if-match': '"1"' })).status).toBe(412);
    const late = await finance.post(path, {
      ...sent,
      firstDay: '1-2-2026',
      lastDay: '31-12-2026',
      version: '1',
    });
    expect(late.status).toBe(409);
    expect(read(late.text)).toContain('Iemand anders heeft deze activiteit intussen gewijzigd.');
    expect(late.text).toContain('value="1-2-2026"');
  });

  test.each([
    [{ firstDay: '2026-07-01', lastDay: '2026-06-30' }, 'activity-days-reversed'],
    [{ firstDay: '2025-12-31', lastDay: '2026-06-30' }, 'activity-outside-grant'],
    [{ code: '30', firstDay: '2026-01-01', lastDay: '2026-06-30' }, 'activity-code-taken'],
  ])('is not added as %j', async (more, code) => {
    const added = await api.post(`/grants/${grant.id}/activities`, { code: 'n', title: 'Nieuw', ...more });
    expect(codeOf(added)).toBe(code);
    expect(await activities()).toHaveLength(3);
  });

  test('is taken away as long as no line is of it', async () => {
    const { id } = await activityOf('network');
    const remove = (which: string) =>
      api.send(`/grant-activities/${which}`, { method: 'DELETE', headers: { 'if-match': '"1"' } });
    expect(codeOf(await remove(id))).toBe('activity-has-lines');
    const days = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
    const added = idIn(
      await api.post(`/grants/${grant.id}/activities`, { code: 'n', title: 'Nieuw', ...days }),
    );
    expect((await remove(added)).status).toBe(204);
    expect(await activities()).toHaveLength(3);
  });
});

describe('a cost', () => {
  test('on the first or the last day is paid; on the day before or after it is refused with the period', async () => {
    await pays('network', '2026-03-01', '2026-06-30');
    for (const costDate of ['2026-02-28', '2026-07-01']) {
      for (const refused of [await order(costDate), await cost(costDate)]) {
        expect([refused.status, codeOf(refused)]).toEqual([409, 'cost-outside-activity']);
        expect(refused.json()['detail']).toContain('1 maart 2026 tot en met 30 juni 2026');
      }
    }
    expect(await booked()).toBe(0);
    for (const costDate of ['2026-03-01', '2026-06-30']) {
      idIn(await order(costDate));
      idIn(await cost(costDate));
    }
  });

  test('is refused in the form at its date, with all that was filled in', async () => {
    await pays('network', '2026-03-01', '2026-06-30');
    const refused = await finance.post('/commitments/orders', {
      ...{ ...budget('network'), supplier: 'Voorbeeldregie', description: 'Netwerkregisseur' },
      ...{ costDate: '1-7-2026', amountCents: '100,00' },
    });
    expect(refused.status).toBe(400);
    expect(read(refused.text)).toContain('Kies een andere post of een andere dag.');
    expect(refused.text).toContain('value="Voorbeeldregie"');
  });

  test('of within the period may be invoiced, credited and called off long after it', async () => {
    await pays('network', '2026-03-01', '2026-06-30');
    const [invoiced, cancelled] = [idIn(await order('2026-06-30')), idIn(await order('2026-06-30'))];
    app.clock.set('2027-02-01T08:00:00Z');
    const invoice = idIn(
      await api.post('/realisations', {
        ...{ commitmentId: invoiced, supplier: 'Voorbeeldregie', invoiceNumber: 'L-1' },
        ...{ invoiceDate: '2027-02-01', amountCents: 10_000, vatTreatment: 'exempt', isFinal: true },
      }),
    );
    const credited = await api.post(`/realisations/${invoice}/credit-note`, {
      ...{ invoiceNumber: 'L-2', invoiceDate: '2027-02-01', amountCents: 4_000, reason: 'amount-wrong' },
    });
    expect(credited.status).toBe(201);
    expect((await api.post(`/commitments/orders/${cancelled}/cancellation`)).status).toBe(200);
    expect(await standingOf(app.database, grant.lines.network, region.municipalities.Almere)).toMatchObject({
      ...{ committed: 0, realised: 6_000 },
    });
  });
});

describe('a session', () => {
  test('whose last day the grant does not pay is not confirmed, and the page says why beforehand', async () => {
    await pays('basic', '2026-01-01', '2026-10-31');
    const session = await createSession(app.database, region, { date: '2026-11-12' });
    const page = await coordinator.get(`/sessions/${session}/confirmation`);
    expect(read(page.text)).toContain('Deze kosten vallen op 12 november 2026.');
    expect(page.text).not.toContain('value="confirm"');
    const refused = await coordinatorApi.post(`/sessions/${session}/confirmation`);
    expect(codeOf(refused)).toBe('cost-outside-activity');
    expect(await booked()).toBe(0);
    await pays('basic', '2026-01-01', '2026-11-12');
    expect((await coordinatorApi.post(`/sessions/${session}/confirmation`)).status).toBe(200);
  });

  test('that goes ahead moves within the period, and not out of it until the decision is amended', async () => {
    await pays('basic', '2026-01-01', '2026-11-20');
    const session = await createSession(app.database, region, { date: '2026-11-12' });
    expect((await coordinatorApi.post(`/sessions/${session}/confirmation`)).status).toBe(200);
    const { rows } = await app.database.owner.query<{ room: string }>(
      'select room_id room from session_part where session_id = $1',
      [session],
    );
    const move = async (date: string, version: number) =>
      coordinator.post(`/sessions/${session}/parts/1`, {
        ...{ date, startTime: '09:30', endTime: '17:00', roomId: rows[0]!.room, version: String(version) },
      });
    const versionNow = async () =>
      (
        await app.database.owner.query<{ version: number }>('select version from session where id = $1', [
          session,
        ])
      ).rows[0]!.version;
    expect((await move('20-11-2026', await versionNow())).status).toBe(303);
    const refused = await move('21-11-2026', await versionNow());
    expect(refused.status).toBe(400);
    expect(read(refused.text)).toContain('alleen van 1 januari 2026 tot en met 20 november 2026');
    await pays('basic', '2026-01-01', '2026-11-21');
    expect((await move('21-11-2026', await versionNow())).status).toBe(303);
    expect(codeOf(await pays('basic', '2026-01-01', '2026-11-20'))).toBe('activity-leaves-commitment');
  });

  test('is paid by the grant that pays on its day when there are two in a year', async () => {
    await pays('basic', '2026-01-01', '2026-06-30');
    const later = await createGrant(app.database, region, { decision: 'Z-2026', basic: { Almere: 900_000 } });
    const session = await createSession(app.database, region, { date: '2026-11-12' });
    const confirmed = await coordinatorApi.post(`/sessions/${session}/confirmation`);
    expect(confirmed.json()['grantLineId']).toBe(later.lines.basic);
  });
});

describe('a period that becomes shorter', () => {
  test('leaves no order out, until that has been cancelled', async () => {
    const placed = idIn(await order('2026-09-30'));
    const refused = await pays('network', '2026-01-01', '2026-09-29');
    expect([refused.status, codeOf(refused)]).toEqual([409, 'activity-leaves-commitment']);
    expect(refused.json()['detail']).toContain(
      'Op 30 september 2026 valt de verplichting ‘Netwerkregisseur’',
    );
    await api.post(`/commitments/orders/${placed}/cancellation`);
    expect((await pays('network', '2026-01-01', '2026-09-29')).status).toBe(200);
  });

  test('leaves no invoice out, until it has been taken back whole', async () => {
    const invoice = idIn(await cost('2026-08-15'));
    const refuse = async () => codeOf(await pays('network', '2026-08-16', '2026-12-31'));
    expect(await refuse()).toBe('activity-leaves-invoice');
    await credit(invoice, 9_999);
    expect(await refuse()).toBe('activity-leaves-invoice');
    await credit(invoice, 1);
    expect((await pays('network', '2026-08-16', '2026-12-31')).status).toBe(200);
  });

  test('is refused in the form at the last day, and stays as it was', async () => {
    idIn(await cost('2026-08-15'));
    const { id, code, title } = await activityOf('network');
    const refused = await finance.post(`/grant-activities/${id}`, {
      ...{ code, title, firstDay: '1-9-2026', lastDay: '31-12-2026', version: '1' },
    });
    expect(refused.status).toBe(409);
    expect(read(refused.text)).toContain('De kosten van factuur Voorbeeldregie F-');
    expect(await activityOf('network')).toMatchObject({ firstDay: '2026-01-01' });
  });
});

describe('a line', () => {
  const place = (line: keyof TestGrant['lines'], activityId: string) =>
    api.put(`/grant-lines/${grant.lines[line]}/activity`, { activityId });

  test('goes to another activity, whose days hold from then on', async () => {
    await pays('basic', '2026-03-01', '2026-06-30');
    const training = await activityOf('basic');
    const moved = await finance.post(`/grants/${grant.id}/activities/lines`, {
      ...{ lineId: grant.lines.network, activityId: training.id },
    });
    expect(moved.status).toBe(303);
    expect((await activityOf('network')).id).toBe(training.id);
    expect(codeOf(await order('2026-02-28'))).toBe('cost-outside-activity');
  });

  test('does not go where a booking on it would not be paid', async () => {
    idIn(await order('2026-09-30'));
    await pays('basic', '2026-03-01', '2026-06-30');
    const training = await activityOf('basic');
    expect(codeOf(await place('network', training.id))).toBe('activity-leaves-commitment');
    const refused = await finance.post(`/grants/${grant.id}/activities/lines`, {
      ...{ lineId: grant.lines.network, activityId: training.id },
    });
    expect(refused.status).toBe(409);
    expect(read(refused.text)).toContain('Op 30 september 2026 valt de verplichting');
  });

  test('does not go to an activity of another grant, and what municipalities pay themselves goes to none', async () => {
    const other = await createGrant(app.database, region, { year: 2027 });
    const { rows } = await app.database.owner.query<{ id: string }>(
      'select activity_id id from grant_line where id = $1',
      [other.lines.network],
    );
    expect((await place('network', rows[0]!.id)).status).toBe(404);
    await app.database.owner.query(
      "update grant_line set paid_by = 'own', activity_id = null where id = $1",
      [other.lines.network],
    );
    const own = await api.put(`/grant-lines/${other.lines.network}/activity`, { activityId: rows[0]!.id });
    expect(codeOf(own)).toBe('own-line-without-activity');
  });
});

describe('the database itself', () => {
  const raw = (sql: string, ...values: unknown[]) => app.database.owner.query(sql, values);
  const refuses = async (sql: string, ...values: unknown[]) =>
    expect(raw(sql, ...values)).rejects.toMatchObject({ code: '23514' });
  const place = () => [region.id, grant.lines.network, region.municipalities.Almere];
  const orderOn = `insert into commitment (id, region_id, grant_line_id, municipality_id, amount_cents, is_demo, committed_at, supplier, description, cost_date)
     values (gen_random_uuid(), $1, $2, $3, 100, false, now(), 'V', 'Regie', $4)`;
  const invoiceOn = `insert into realisation (id, region_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date, cost_date, amount_cents, vat_treatment, recorded_at)
     values (gen_random_uuid(), $1, $2, $3, 'V', $5, '2026-09-01', $4, 100, 'exempt', now())`;

  test('takes no commitment or invoice outside the period, and lets none out of it', async () => {
    await raw(orderOn, ...place(), '2026-09-30');
    await raw(invoiceOn, ...place(), '2026-03-01', 'V-1');
    const { id } = await activityOf('network');
    await refuses("update grant_activity set last_day = '2026-09-29' where id = $1", id);
    await refuses("update grant_activity set first_day = '2026-03-02' where id = $1", id);
    await raw(
      "update grant_activity set first_day = '2026-03-01', last_day = '2026-09-30' where id = $1",
      id,
    );
    await refuses(orderOn, ...place(), '2026-10-01');
    await refuses(invoiceOn, ...place(), '2026-02-28', 'V-2');
    await refuses('update commitment set amount_cents = 101, cost_date = $1', '2026-10-01');
    const training = await activityOf('basic');
    await raw("update grant_activity set last_day = '2026-08-31' where id = $1", training.id);
    await refuses('update grant_line set activity_id = $1 where id = $2', training.id, grant.lines.network);
    await expect(raw('delete from grant_activity where id = $1', id)).rejects.toMatchObject({
      code: '23503',
    });
  });

  test('moves no session that goes ahead out of the period', async () => {
    const session = await createSession(app.database, region, { date: '2026-11-12' });
    await coordinatorApi.post(`/sessions/${session}/confirmation`);
    await pays('basic', '2026-01-01', '2026-11-20');
    await refuses("update session_part set local_date = '2026-11-21' where session_id = $1", session);
    const within = raw("update session_part set local_date = '2026-11-20' where session_id = $1", session);
    await expect(within).resolves.toMatchObject({ rowCount: 1 });
  });

  test('has no line of a grant without an activity, or with one of another grant', async () => {
    const other = await createGrant(app.database, region, { year: 2027 });
    await refuses('update grant_line set activity_id = null where id = $1', grant.lines.network);
    await expect(
      raw(
        'update grant_line set activity_id = (select activity_id from grant_line where id = $1) where id = $2',
        ...[other.lines.network, grant.lines.network],
      ),
    ).rejects.toMatchObject({ code: '23503' });
  });
});

describe('a list', () => {
  const actor = async (): Promise<Actor> => ({ ...systemActor, regionId: region.id });
  const grants = `beschikking,titel,hoofdaanvrager,jaar,bedrag,voorbeeld,bron\nL-2026,Versterkingsgelden,Almere,2026,"1000,00",ja,voorbeeld\n`;
  const named = `beschikking,activiteit,naam,kosten_vanaf,kosten_tot_en_met\nL-2026,netwerkregie,Netwerkregie,1-3-2026,30-6-2026\n`;
  const line = (code: string, activity?: string) =>
    activity === undefined
      ? `beschikking,post,omschrijving,niveau\nL-2026,${code},Regie,\n`
      : `beschikking,post,omschrijving,niveau,activiteit\nL-2026,${code},Regie,,${activity}\n`;
  const read = async (files: Record<string, string>) => importTexts(app, await actor(), files);
  const kept = async () =>
    (
      await app.database.owner.query<{ line: string }>(
        `select concat_ws(' ', l.code, a.code, a.first_day, a.last_day, a.is_assumed) line
         from grant_line l join grant_activity a on a.id = l.activity_id join grant_award g on g.id = l.grant_id
         where g.decision_number = 'L-2026' order by 1`,
      )
    ).rows.map((row) => row.line);

  test('of before names no activities: each line is one of its own, to be checked, and reading it twice changes nothing', async () => {
    for (let times = 0; times < 2; times++)
      expect(faultsOf(await read({ 'a.csv': grants, 'b.csv': line('regie') }))).toEqual([]);
    expect(await kept()).toEqual(['regie regie 2026-01-01 2026-12-31 t']);
  });

  test('names activities with their days, and lines that are of them', async () => {
    const files = { 'a.csv': grants, 'b.csv': named, 'c.csv': line('regie', 'netwerkregie') };
    expect(faultsOf(await read(files))).toEqual([]);
    expect(await kept()).toEqual(['regie netwerkregie 2026-03-01 2026-06-30 f']);
    // The old list leaves it as it is.
    expect(faultsOf(await read({ 'c.csv': line('regie') }))).toEqual([]);
    expect(await kept()).toEqual(['regie netwerkregie 2026-03-01 2026-06-30 f']);
  });

  test('with a line for something that the decision does not name is refused, whole', async () => {
    await read({ 'a.csv': grants, 'b.csv': named });
    expect(faultsOf(await read({ 'c.csv': line('regie', 'theater') }))).toEqual([
      expect.stringContaining('Deze beschikking noemt geen activiteit met deze code.'),
    ]);
    await expect(read({ 'c.csv': line('regie') })).rejects.toMatchObject({ code: 'line-without-activity' });
    expect(await kept()).toEqual([]);
  });

  test('with days that are none of the grant, or that leave a booking out, is refused', async () => {
    await read({ 'a.csv': grants });
    expect(faultsOf(await read({ 'b.csv': named.replace('1-3-2026', '1-3-2025') }))).toEqual([
      expect.stringContaining('kosten_vanaf'),
    ]);
    expect(faultsOf(await read({ 'b.csv': named.replace('1-3-2026', '1-7-2026') }))).toEqual([
      expect.stringContaining('De laatste dag ligt voor de eerste.'),
    ]);
    idIn(await cost('2026-02-28'));
    const shorter = named.replace('L-2026,netwerkregie', 'B-2026,30');
    await expect(read({ 'b.csv': shorter })).rejects.toMatchObject({ code: 'import-against-activity' });
  });
});
