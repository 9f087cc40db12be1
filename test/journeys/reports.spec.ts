import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { issueCertificate } from '../support/certificates.js';
import { apiClient, signIn } from '../support/client.js';
import { importTexts } from '../support/imports.js';
import { createAccount, createProfessional, createRegion, type TestRegion } from '../support/region.js';

// How many people were trained: what earlier sources tell, and what Leerlijn's own certificates show.

const ALMERE_BEFORE = {
  municipality: 'Almere',
  year: 2015,
  professionalsTrained: 220,
  source: 'Netwerkanalyse',
};
const DRONTEN_BEFORE = { municipality: 'Dronten', year: 2016, professionalsTrained: 7, source: 'Brief' };
const ALMERE_NOW = { municipality: 'Almere', year: 2026, professionalsTrained: 1, source: null };

let app: TestApp;
let region: TestRegion;
let coordinator: Awaited<ReturnType<typeof createAccount>>;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-01T08:00:00Z' });
  region = await createRegion(app.database);
  coordinator = await createAccount(app.database, region, 'coordinator');
  await importTexts(
    app,
    { ...systemActor, regionId: region.id },
    {
      'historie.csv':
        'gemeente,jaar,aantal_getraind,bron\nAlmere,2015,220,Netwerkanalyse\nDronten,2016,7,Brief\n',
    },
  );
  const noor = await createProfessional(app.database, region, 'Almere');
  await issueCertificate(app.database, region, noor, '2026-03-01');
  await issueCertificate(app.database, region, noor, '2026-09-01');
});
afterAll(() => app.stop());

test('someone with two certificates in a year counts once, beside the figures of earlier sources', async () => {
  const answer = await (await apiClient(app, region.id, coordinator.id)).get('/reports/trained');
  expect(answer.json().items).toEqual([ALMERE_NOW, DRONTEN_BEFORE, ALMERE_BEFORE]);
});

test('a contact finds the figures of the own municipality only', async () => {
  const contact = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  const page = await (await signIn(app, contact.email)).get('/reports/trained');
  expect([...page.text.matchAll(/scope="row">(\w+)</g)].map(([, name]) => name)).toEqual([
    'Almere',
    'Almere',
  ]);
});

test('the page names the source of a figure from before', async () => {
  const page = await (await signIn(app, coordinator.email)).get('/reports/trained');
  expect(page.text).toContain('Netwerkanalyse');
});
