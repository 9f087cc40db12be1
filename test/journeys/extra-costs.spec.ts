import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { burdensOf, freeOn } from '../support/shares.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let finance: ApiClient;
let page: Client;
let money: Client;

// 12 November is 20 days after this one.
beforeEach(async () => {
  app = await startApp({ at: '2026-10-23T08:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 1_000_000, Dronten: 500_000 },
    trainings: { Almere: 3 },
  });
  const account = await createAccount(app.database, region, 'coordinator', { name: 'Co Voorbeeld' });
  const ofMoney = await createAccount(app.database, region, 'finance', { name: 'Fin Voorbeeld' });
  coordinator = await apiClient(app, region.id, account.id);
  finance = await apiClient(app, region.id, ofMoney.id);
  page = await signIn(app, account.email);
  money = await signIn(app, ofMoney.email);
});
afterEach(() => app.stop());

const read = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
const rows = async (sql: string) => (await app.database.owner.query<Record<string, unknown>>(sql)).rows;
const free = (town: 'Almere' | 'Dronten' = 'Almere') => freeOn(app, region, grant.lines.basic, town);
const venue = { kind: 'venue', description: 'Zaal de Voorbeeldhof', vatTreatment: 'standard-21' };
const catering = { kind: 'catering', description: 'Lunch', vatTreatment: 'standard-21' };
const filledIn = (amount: string, index = 0) => ({
  [`extraCosts.${index}.kind`]: 'venue',
  [`extraCosts.${index}.description`]: 'Zaal de Voorbeeldhof',
  [`extraCosts.${index}.amountCents`]: amount,
  [`extraCosts.${index}.vatTreatment`]: 'standard-21',
});
const confirm = (session: string, extraCosts: object[] = []) =>
  coordinator.post(`/sessions/${session}/confirmation`, { extraCosts });
const partsOf = async (commitment: string) =>
  ((await finance.get(`/commitments/${commitment}/parts`)).json()['items'] as Record<string, unknown>[]).map(
    ({ kind, amountCents, reason }) => [kind, amountCents, reason],
  );
/** A confirmed session of € 2.500,00 with a venue of € 350,00 and catering of € 120,50. */
async function confirmed(): Promise<{ session: string; commitment: string }> {
  const session = await createSession(app.database, region, { quotas: { Almere: 3, Dronten: 1 } });
  const answer = await confirm(session, [
    { ...venue, amountCents: 35_000 },
    { ...catering, amountCents: 12_050 },
  ]);
  expect(answer.status).toBe(200);
  return { session, commitment: String(answer.json()['commitmentId']) };
}
const change = (commitment: string, amountCents: number, more: object = {}) =>
  finance.post(`/commitments/${commitment}/extra-costs`, {
    ...{ ...catering, amountCents, reason: 'Er komen meer mensen' },
    ...more,
  });
const invoice = (commitmentId: string, amountCents: number, more: object) =>
  finance.post('/realisations', {
    ...{ commitmentId, supplier: 'ROR', invoiceNumber: 'F-1', invoiceDate: '2026-10-23' },
    ...{ amountCents, vatTreatment: 'exempt', isFinal: false, ...more },
  });

describe('the confirmation of a session', () => {
  test('counts extra costs in before it commits them', async () => {
    const session = await createSession(app.database, region);
    const address = `/sessions/${session}/confirmation`;
    expect((await page.get(address)).text).toContain('name="extraCosts.0.kind"');
    const counted = await page.post(address, { ...filledIn('350,00'), then: 'count' });
    const text = read(counted.text);
    expect([counted.status, text]).toEqual([200, expect.stringContaining('Zaal de Voorbeeldhof: € 350,00')]);
    expect(text).toContain('Prijs en extra kosten samen € 2.850,00 voorbeeld');
    expect(text).toContain('€ 7.150,00');
    expect(counted.text).toContain('name="extraCosts.1.kind"');
    expect(await rows('select from commitment')).toEqual([]);
    const done = await page.post(address, { ...filledIn('350,00'), then: 'confirm' });
    expect(done.location).toBe(`/sessions/${session}`);
    expect(await free()).toBe(715_000);
    expect(await rows('select kind, amount_cents, vat_treatment, reason from commitment_part')).toEqual([
      { kind: 'price', amount_cents: '250000', vat_treatment: 'exempt', reason: null },
      { kind: 'venue', amount_cents: '35000', vat_treatment: 'standard-21', reason: null },
    ]);
  });

  test.each([
    ['a row of which half is filled in', { 'extraCosts.0.kind': 'venue' }, 'Vul dit in'],
    ['a negative amount', filledIn('-5'), 'Vul een bedrag hoger dan 0 in'],
    ['an amount of 31 digits', filledIn('1'.repeat(31)), 'Vul een bedrag in, bijvoorbeeld'],
    ['a kind that is not there', { ...filledIn('5'), 'extraCosts.0.kind': 'taxi' }, ''],
  ])('refuses %s, keeps what was filled in and commits nothing', async (_what, form, advice) => {
    const session = await createSession(app.database, region);
    const answer = await page.post(`/sessions/${session}/confirmation`, { ...form, then: 'confirm' });
    expect(answer.status).toBe(400);
    expect(read(answer.text)).toContain(advice);
    expect(answer.text).toContain('name="extraCosts.0.kind"');
    expect(await rows('select from commitment')).toEqual([]);
  });

  test('is refused when price and extra costs together do not fit, with the form to make them lower', async () => {
    const session = await createSession(app.database, region);
    const answer = await page.post(`/sessions/${session}/confirmation`, filledIn('7.500,01'));
    expect(answer.status).toBe(409);
    expect(read(answer.text)).toContain('De uitvoering kost € 10.000,01 en er is nog € 10.000,00 vrij');
    expect(answer.text).toContain('value="7500,01"');
    expect(answer.text).not.toContain('value="confirm"');
    expect(await rows('select from commitment')).toEqual([]);
    expect((await page.post(`/sessions/${session}/confirmation`, filledIn('7.500,00'))).status).toBe(303);
    expect(await free()).toBe(0);
  });

  test('shares price and extra costs as one whole', async () => {
    const session = await createSession(app.database, region, { quotas: { Almere: 3, Dronten: 1 } });
    await coordinator.post(`/sessions/${session}/sharing`, { key: 'reserved' });
    await confirm(session, [{ ...venue, amountCents: 30_001 }]);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 210001 spent 0',
      'Dronten reserved 70000 spent 0',
    ]);
  });

  test('without extra costs commits the price alone, also when nothing is sent', async () => {
    const session = await createSession(app.database, region);
    const answer = await coordinator.send(`/sessions/${session}/confirmation`, { method: 'POST' });
    expect([answer.status, answer.json()['amountCents']]).toEqual([200, 250_000]);
  });
});

describe('extra costs', () => {
  test('stand with the cost of the session, the commitments and in the API, and the session keeps its price', async () => {
    const { session, commitment } = await confirmed();
    expect(await partsOf(commitment)).toEqual([
      ['price', 250_000, null],
      ['venue', 35_000, null],
      ['catering', 12_050, null],
    ]);
    const shares = read((await money.get(`/sessions/${session}/shares`)).text);
    expect(shares).toContain('Zaal Zaal de Voorbeeldhof 21% btw');
    expect(shares).toContain('Prijs en extra kosten samen € 2.970,50');
    expect(read((await money.get('/commitments')).text)).toContain('waarvan extra kosten € 470,50');
    const [listed] = (await finance.get('/commitments')).json()['items'] as Record<string, unknown>[];
    expect([listed!['amountCents'], listed!['extraCents']]).toEqual([297_050, 47_050]);
    expect((await coordinator.get(`/sessions/${session}`)).json()['priceCents']).toBe(250_000);
  });

  test('become more or less with a reason, as a booking of its own', async () => {
    const { commitment } = await confirmed();
    expect((await change(commitment, 5_000)).status).toBe(201);
    const form = { ...catering, amountCents: '-20,50', reason: 'Twee mensen komen niet' };
    const done = await page.post(`/commitments/${commitment}/extra-costs`, form);
    expect(read((await page.follow(done)).text)).toMatch(
      /Twee mensen komen niet .* Co Voorbeeld -€ 20,50|Twee mensen komen niet .* Co Voorbeeld € -20,50/,
    );
    expect((await partsOf(commitment)).slice(3)).toEqual([
      ['catering', 5_000, 'Er komen meer mensen'],
      ['catering', -2_050, 'Twee mensen komen niet'],
    ]);
    expect(await free()).toBe(700_000);
    expect(await rows("select amount_cents from ledger_entry where kind = 'commitment' order by id")).toEqual(
      [{ amount_cents: '297050' }, { amount_cents: '5000' }, { amount_cents: '-2050' }],
    );
    expect(
      await rows("select before, after from audit_entry where action = 'changeExtraCosts' order by id"),
    ).toEqual([
      { before: { amountCents: '297050' }, after: { amountCents: '302050', reason: 'Er komen meer mensen' } },
      {
        before: { amountCents: '302050' },
        after: { amountCents: '300000', reason: 'Twee mensen komen niet' },
      },
    ]);
  });

  test('are shared as the cost of the session is', async () => {
    const { session, commitment } = await confirmed();
    await coordinator.post(`/sessions/${session}/sharing`, { key: 'reserved' });
    await change(commitment, 2_950);
    expect(await burdensOf(app, session)).toEqual([
      'Almere reserved 225000 spent 0',
      'Dronten reserved 75000 spent 0',
    ]);
  });

  test.each([
    ['more than the budget holds', 702_951, {}, 409],
    ['less than stands there', -47_051, {}, 409],
    ['nothing', 0, {}, 400],
    ['no reason', 100, { reason: ' ' }, 400],
    ['more cents than there are', 1e30, {}, 400],
    ['a price', 100, { kind: 'price' }, 400],
  ])('are not changed to %s', async (_what, amount, more, status) => {
    const { commitment } = await confirmed();
    expect((await change(commitment, amount, more)).status).toBe(status);
    expect(await partsOf(commitment)).toHaveLength(3);
    expect(await free()).toBe(702_950);
  });

  test('that were invoiced are not taken off any more', async () => {
    const { commitment } = await confirmed();
    await invoice(commitment, 290_000, {});
    const sent = { ...catering, amountCents: '-70,51', reason: 'Minder' };
    const answer = await money.post(`/commitments/${commitment}/extra-costs`, sent);
    expect(answer.status).toBe(400);
    expect(read(answer.text)).toContain('nog hoogstens € 70,50 af');
    expect((await change(commitment, -7_050)).status).toBe(201);
  });

  test('do not change once the commitment is settled, or the session called off; an order has none', async () => {
    const { commitment } = await confirmed();
    await invoice(commitment, 290_000, { isFinal: true });
    expect((await change(commitment, 100)).status).toBe(409);
    expect(read((await page.get(`/commitments/${commitment}/extra-costs`)).text)).toContain(
      'U kunt de extra kosten niet meer wijzigen',
    );
    const order = await finance.post('/commitments/orders', {
      ...{ grantLineId: grant.lines.basic, municipalityId: region.municipalities.Almere, amountCents: 100 },
      ...{ supplier: 'Voorbeeld', description: 'Folders', costDate: '2026-12-01' },
    });
    expect((await change(String(order.json()['id']), 100)).status).toBe(404);
  });

  test('become free when the session is called off late: the provider is owed a part of its price', async () => {
    await coordinator.post(`/providers/${region.providerId}/cancellation-terms`, {
      steps: [{ daysBefore: 28, percentage: 50 }],
    });
    const { session, commitment } = await confirmed();
    await invoice(commitment, 35_000, { supplier: 'De Voorbeeldhof', invoiceNumber: 'Z-1' });
    expect(read((await page.get(`/sessions/${session}/cancellation`)).text)).toContain(
      'blijft € 1.250,00 (voorbeeld) vastgelegd tot de factuur; € 1.370,50',
    );
    await page.post(`/sessions/${session}/cancellation`);
    await app.work();
    expect(await free()).toBe(1_000_000 - 35_000 - 125_000);
    expect((await change(commitment, 100)).status).toBe(409);
    await invoice(commitment, 125_000, { isFinal: true });
    expect(await free()).toBe(840_000);
  });

  test('are released by the final invoice, in parts before', async () => {
    const { commitment } = await confirmed();
    await invoice(commitment, 250_000, {});
    await invoice(commitment, 30_000, { supplier: 'De Voorbeeldhof', invoiceNumber: 'Z-1', isFinal: true });
    expect(await free()).toBe(720_000);
  });

  test('are kept by the database: parts are only added, and a commitment is their sum', async () => {
    await confirmed();
    await expect(rows('update commitment_part set amount_cents = 1')).rejects.toThrow();
    await expect(rows('delete from commitment_part')).rejects.toThrow();
    await expect(rows('update commitment set amount_cents = amount_cents + 1')).rejects.toThrow(
      'sum of its parts',
    );
    await expect(
      rows(
        `insert into commitment_part select commitment_id, 9, region_id, kind, description, 1, vat_treatment, 'x', recorded_at, account_id
         from commitment_part where number = 2`,
      ),
    ).rejects.toThrow('sum of its parts');
  });
});
