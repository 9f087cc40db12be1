import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, standingOf, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let finance: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: '2027-01-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, {
    basic: { Almere: 100_000 },
    network: { Almere: 3_000_000, Urk: 50_000 },
  });
  await createGrant(app.database, region, { year: 2027, network: { Almere: 3_000_000 } });
  const account = await createAccount(app.database, region, 'finance');
  finance = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
});
afterAll(() => app.stop());

const standing = (town: 'Almere' | 'Urk' = 'Almere') =>
  standingOf(app.database, grant.lines.network, region.municipalities[town]);

let numbers = 0;
/** The coordination of the network in December, invoiced in January. */
const cost = (more: Record<string, string> = {}) => ({
  grantLineId: grant.lines.network,
  municipalityId: region.municipalities.Almere,
  supplier: 'Voorbeeldregie',
  invoiceNumber: `N-${++numbers}`,
  invoiceDate: '2027-01-14',
  costDate: '2026-12-31',
  amountCents: '1.210,00',
  vatTreatment: 'standard-21',
  ...more,
});

describe('a cost on a grant line without trainings', () => {
  test('can be begun from the commitments and from the ledger', async () => {
    for (const path of ['/commitments', '/ledger'])
      expect((await finance.get(path)).text).toContain('href="/realisations/new"');
    expect((await finance.get('/realisations/new')).text).toContain('Netwerkregisseur (B-2026)');
  });

  test('is spent in the year of the cost, and everything that counts follows', async () => {
    const before = await standing();
    const sent = cost();
    const ledger = await finance.follow(await finance.post('/realisations', sent));
    expect(ledger.text).toContain('De kosten zijn geboekt.');
    expect(ledger.text).toContain(`Voorbeeldregie, factuur ${sent.invoiceNumber}`);
    expect(await standing()).toEqual({ ...before, realised: before.realised + 121_000 });
    expect((await finance.get('/budget?year=2026')).text).toContain('€\u00a01.210,00');
    expect((await finance.get('/ledger.csv?year=2026')).text).toContain(
      `14-01-2027;Factuur;B-2026;30;Netwerkregisseur;Almere;;;31-12-2026;Voorbeeldregie;${sent.invoiceNumber};;21% btw;;1210,00;;`,
    );
  });

  test('fits to the cent in what is free, and not a cent more', async () => {
    const urk = { municipalityId: region.municipalities.Urk };
    const refused = await finance.post('/realisations', cost({ ...urk, amountCents: '500,01' }));
    expect([refused.status, refused.text.includes('te weinig')]).toEqual([400, true]);
    expect((await finance.post('/realisations', cost({ ...urk, amountCents: '500' }))).status).toBe(303);
    expect(await standing('Urk')).toMatchObject({ realised: 50_000 });
  });

  test('many at once never spend more than is free', async () => {
    const sent = () => ({
      ...cost({ grantLineId: grant.lines.basic }),
      amountCents: 40_000,
    });
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.post('/realisations', sent())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  });

  test('is written in the audit trail', async () => {
    const { id } = (await api.post('/realisations', { ...cost(), amountCents: 100 })).json();
    const { rows } = await app.database.owner.query(
      "select after->>'costDate' on_day from audit_entry where action = 'recordCost' and subject_id = $1",
      [id],
    );
    expect(rows).toEqual([{ on_day: '2026-12-31' }]);
  });

  test.each([
    [
      'of another year than the line',
      { costDate: '2027-01-01' },
      'Deze begrotingspost hoort bij het subsidiejaar 2026.',
    ],
    ['invoiced tomorrow', { invoiceDate: '2027-01-21' }, 'Vul een datum in tot en met vandaag.'],
    [
      'invoiced before the year began',
      { invoiceDate: '2025-12-31' },
      'Vul een factuurdatum in vanaf 1 januari 2026.',
    ],
    [
      'for a municipality without a budget',
      { municipality: 'Dronten' },
      'Kies een gemeente die op deze begrotingspost budget heeft',
    ],
    ['of nothing', { amountCents: '0' }, 'Vul een bedrag hoger dan 0 in.'],
    ['taken away', { amountCents: '-1000' }, 'Vul een bedrag hoger dan 0 in.'],
  ])(
    '%s is refused with a clear message, and nothing is saved',
    async (_case, { municipality, ...wrong }: Record<string, string>, message) => {
      const before = [await standing(), await standing('Urk')];
      const town: MunicipalityName = municipality === undefined ? 'Almere' : 'Dronten';
      const answer = await finance.post(
        '/realisations',
        cost({ ...wrong, municipalityId: region.municipalities[town] }),
      );
      expect([answer.status, answer.text.includes(message)]).toEqual([400, true]);
      expect([await standing(), await standing('Urk')]).toEqual(before);
    },
  );
});
