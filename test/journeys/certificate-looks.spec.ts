import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession, seat, type SeatedProfessional } from '../support/attendance.js';
import { apiClient, type ApiClient, type Answer, type Client, signIn } from '../support/client.js';
import { pngOf } from '../support/pictures.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

const [PURPLE, GREEN] = ['#5b2a86', '#0b5c4b'];
const logo = pngOf(300, 60, [200, 30, 30, 200]);
const otherLogo = pngOf(60, 60, [0, 0, 120, 255]);

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let almere: Client;
let api: ApiClient;
let almereApi: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-12T15:30:00Z' });
  region = await createRegion(app.database);
  const lead = await createAccount(app.database, region, 'coordinator');
  const contact = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  coordinator = await signIn(app, lead.email);
  almere = await signIn(app, contact.email);
  api = await apiClient(app, region.id, lead.id);
  almereApi = await apiClient(app, region.id, contact.id);
});
afterAll(() => app.stop());
beforeEach(() =>
  app.database.owner
    .query('update certificate set look_id = null')
    .then(() => app.database.owner.query('delete from certificate_look')),
);

const pageOf = (town: MunicipalityName) => `/certificate-looks/${region.municipalities[town]}`;

/** Sends the form with a file, as a browser does; no file where none was chosen. */
function send(
  as: Client,
  path: string,
  fields: Readonly<Record<string, string>>,
  file: Uint8Array | null = null,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ version: '0', accent: '', ...fields })) form.set(name, value);
  form.set('newLogo', new Blob(file === null ? [] : [file as BlobPart]), file === null ? '' : 'logo.png');
  return as.send(path, { method: 'POST', body: form, headers: { 'sec-fetch-site': 'same-origin' } });
}

/** Someone who attended a training that was closed, and so has a certificate. */
async function certified(town: MunicipalityName, name: string): Promise<SeatedProfessional> {
  await app.database.owner.query('delete from session_part_trainer');
  const plan = { starts: ['2026-11-12 09:30'], trainerId: region.trainerId };
  const { id } = await createTaughtSession(app.database, region, plan);
  const person = await seat(app.database, region, id, town, name);
  await coordinator.post(`/sessions/${id}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${id}/closure`);
  await app.work();
  return person;
}

async function numberOf(person: SeatedProfessional): Promise<string> {
  const { rows } = await app.database.owner.query<{ number: string }>(
    'select number from certificate where professional_id = $1 and revoked_at is null',
    [person.id],
  );
  return rows[0]!.number;
}

const fileOf = async (person: SeatedProfessional) =>
  (await coordinator.get(`/certificates/${await numberOf(person)}/pdf`)).bytes;

/** What one sees of a look in a PDF: how many pictures, what they are, and the colour of the title. */
async function looksOf(file: Buffer) {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  try {
    const page = await (await task.promise).getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const args: readonly unknown[][] = argsArray;
    const colours = args.filter((_args, index) => fnArray[index] === OPS.setFillRGBColor).map(([hex]) => hex);
    const figures = JSON.stringify(await page.getStructTree()).match(/Logo[^"]*/g) ?? [];
    const pictures = fnArray.filter((code: number) => code === OPS.paintImageXObject).length;
    return { accent: colours[0], figures: [...figures], pictures };
  } finally {
    await task.destroy();
  }
}
const PLATFORM = { accent: '#174a6e', figures: [], pictures: 0 };
const DRESSED = { accent: PURPLE, figures: ['Logo van gemeente Almere'], pictures: 1 };

test('a contact looks at an example first, saves the look, and new certificates have it', async () => {
  const example = await send(almere, `${pageOf('Almere')}/preview`, { accent: PURPLE }, logo);
  expect([example.status, example.type]).toEqual([200, 'application/pdf']);
  expect(await looksOf(example.bytes)).toEqual(DRESSED);
  const nothingSaved = await almere.get(`${pageOf('Almere')}/logo`);
  expect(nothingSaved.status).toBe(404);

  const saved = await send(almere, pageOf('Almere'), { accent: '5B2A86' }, logo);
  expect((await almere.follow(saved)).text).toContain(
    'Nieuwe certificaten van Almere zien er vanaf nu zo uit.',
  );
  expect(await looksOf(await fileOf(await certified('Almere', 'Noor Voorbeeld')))).toEqual(DRESSED);
  expect(await looksOf(await fileOf(await certified('Urk', 'Sem Voorbeeld')))).toEqual(PLATFORM);
});

test('a certificate stays as it was issued, in its file, in a print and with a badge, whatever the look becomes', async () => {
  await send(coordinator, pageOf('Almere'), { accent: PURPLE }, logo);
  const noor = await certified('Almere', 'Noor Eerder');
  const number = await numberOf(noor);
  const before = await fileOf(noor);
  await send(coordinator, pageOf('Almere'), { accent: GREEN, version: '1', removeLogo: 'on' });

  expect(await fileOf(noor)).toEqual(before);
  // Also where the file would have to be made again from what was kept.
  await app.database.owner.query('update certificate set pdf = null where number = $1', [number]);
  expect(await fileOf(noor)).toEqual(before);
  const print = await coordinator.get(`/certificates/print?q=${number}`);
  expect([print.status, print.type]).toEqual([200, 'application/pdf']);
  expect(await looksOf(print.bytes)).toEqual(DRESSED);
  const owner = await signIn(app, noor.email);
  await owner.post(`/certificates/${number}/open-badge`, {});
  const badge = await owner.get(`/certificates/${number}/open-badge/pdf`);
  expect([badge.status, await looksOf(badge.bytes)]).toEqual([200, DRESSED]);

  // One in its place is a new certificate.
  await app.database.owner.query("update professional set name = 'Noor Later' where id = $1", [noor.id]);
  await coordinator.post(`/certificates/${number}/replacement`);
  expect(await looksOf(await fileOf(noor))).toEqual({ ...PLATFORM, accent: GREEN });
});

test('a look that cannot be read on paper, or a file that is no still picture, is refused and says why', async () => {
  const refusals: [Record<string, string>, Uint8Array | null, string][] = [
    [{ accent: '#ffee00' }, null, 'Deze kleur is te licht om op wit papier te lezen.'],
    [{ accent: 'paars' }, null, 'Vul een kleurcode in van een # met 6 cijfers'],
    [{ version: 'x' }, null, 'Vul een heel getal in'],
    [{ accent: PURPLE }, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Dit is geen png of jpg'],
    [{ accent: PURPLE }, Buffer.from('GIF89a'), 'Dit is geen png of jpg'],
    [{ accent: PURPLE }, pngOf(2_001, 1, [0, 0, 0]), 'Dit plaatje is te groot.'],
  ];
  for (const [fields, file, why] of refusals) {
    const refused = await send(almere, pageOf('Almere'), fields, file);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining(why)]);
    const example = await send(almere, `${pageOf('Almere')}/preview`, fields, file);
    expect([example.status, example.text]).toEqual([400, expect.stringContaining(why)]);
  }
  const both = await send(almere, pageOf('Almere'), { accent: '#fff' }, Buffer.from('x'));
  expect(both.text).toContain('Kleur van titel en balken: Vul een kleurcode in');
  expect(both.text).toContain('Nieuw logo: Dit is geen png of jpg');
  expect(both.text).toContain('value="#fff"');
  const { rows } = await app.database.owner.query('select from certificate_look');
  expect(rows).toEqual([]);
});

test('of two who change it at once the second is told, and may write over it', async () => {
  await send(coordinator, pageOf('Almere'), { accent: PURPLE });
  const late = await send(almere, pageOf('Almere'), { accent: GREEN });
  expect([late.status, late.text]).toEqual([
    409,
    expect.stringContaining('Iemand anders wijzigde dit uiterlijk'),
  ]);
  expect(late.text).toContain('Dit staat er nu: #5b2a86, Zonder logo.');
  expect(late.text).toContain('name="version" value="1"');
  expect((await send(almere, pageOf('Almere'), { accent: GREEN, version: '1' })).status).toBe(303);

  const pressed = await Promise.all(
    [PURPLE, GREEN, '#000000', '#123456'].map((accent) => send(coordinator, pageOf('Urk'), { accent })),
  );
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
});

test('who saves in the same moment as another is told so', async () => {
  const { owner } = app.database;
  await owner.query('begin');
  await owner.query(
    "insert into certificate_look values (gen_random_uuid(), $1, $2, 1, '#000000', null, now())",
    [...[region.id, region.municipalities.Urk]],
  );
  const saved = send(coordinator, pageOf('Urk'), { accent: GREEN });
  while ((await owner.query('select from pg_locks where not granted')).rows.length === 0);
  await owner.query('commit');
  expect((await saved).status).toBe(409);
});

test('a logo stays until another is chosen or it is taken away, and what changes nothing is no new version', async () => {
  const versionNow = async () => (await api.get(pageOf('Almere'))).headers.get('etag');
  await send(almere, pageOf('Almere'), { accent: PURPLE }, logo);
  const shown = await almere.get(`${pageOf('Almere')}/logo`);
  expect([shown.status, shown.type]).toEqual([200, 'image/png']);
  await send(almere, pageOf('Almere'), { accent: GREEN, version: '1' });
  expect((await almere.get(`${pageOf('Almere')}/logo`)).bytes).toEqual(shown.bytes);
  await send(almere, pageOf('Almere'), { accent: GREEN, version: '2' });
  expect(await versionNow()).toBe('"2"');
  await send(almere, pageOf('Almere'), { accent: GREEN, version: '2', removeLogo: 'on' }, otherLogo);
  expect((await almere.get(`${pageOf('Almere')}/logo`)).bytes).not.toEqual(shown.bytes);
  await send(almere, pageOf('Almere'), { accent: GREEN, version: '3', removeLogo: 'on' });
  expect((await almere.get(`${pageOf('Almere')}/logo`)).status).toBe(404);
  expect(await versionNow()).toBe('"4"');
});

test('a contact chooses for the own municipality only, and a coordinator for each of the region', async () => {
  const list = (await almere.get('/certificate-looks')).text;
  expect([list.includes('Almere'), list.includes('Dronten')]).toEqual([true, false]);
  expect((await coordinator.get('/certificate-looks')).text).toContain('Dronten');
  expect((await send(almere, pageOf('Dronten'), { accent: PURPLE })).status).toBe(404);
  expect((await send(almere, `${pageOf('Dronten')}/preview`, { accent: PURPLE })).status).toBe(404);
  expect((await send(coordinator, pageOf('Dronten'), { accent: PURPLE })).status).toBe(303);
  const elsewhere = await createRegion(app.database, 'Andere regio');
  const theirs = `/certificate-looks/${elsewhere.municipalities.Almere}`;
  expect((await send(coordinator, theirs, { accent: PURPLE })).status).toBe(404);
});

test('the trail tells who chose what, without the picture itself', async () => {
  await send(almere, pageOf('Almere'), { accent: PURPLE }, logo);
  await send(almere, pageOf('Almere'), { version: '1' });
  const { rows } = await app.database.owner.query<{ before: object; after: object }>(
    "select before, after from audit_entry where subject_type = 'certificateLook' order by id desc limit 1",
  );
  const checksum = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
  expect(rows).toEqual([
    {
      before: { accent: PURPLE, version: 1, logoChecksum: checksum },
      after: {
        ...{ municipalityId: region.municipalities.Almere, version: 2 },
        ...{ accent: null, logoChecksum: checksum },
      },
    },
  ]);
});

describe('another system', () => {
  const chosen = { accent: GREEN, logo: logo.toString('base64') };

  test('chooses the look, sees it, looks at an example, and sends back what it got', async () => {
    const example = await almereApi.post(`${pageOf('Almere')}/preview`, chosen);
    expect(await looksOf(example.bytes)).toEqual({ ...DRESSED, accent: GREEN });
    const put = await almereApi.put(pageOf('Almere'), chosen, { 'if-match': '"0"' });
    expect([put.status, put.headers.get('etag')]).toEqual([200, '"1"']);
    const { municipality, municipalityId: _id, ...now } = put.json();
    expect([municipality, now['accent']]).toEqual(['Almere', GREEN]);
    const again = await almereApi.put(pageOf('Almere'), now, { 'if-match': '"1"' });
    expect([again.status, again.headers.get('etag')]).toEqual([200, '"1"']);
    expect((await almereApi.get('/certificate-looks')).json()['items']).toEqual([
      {
        ...{ municipalityId: region.municipalities.Almere, municipality: 'Almere' },
        ...{ accent: GREEN, hasLogo: true },
      },
    ]);
  });

  test('is refused without the version, with an old one, and with what is no colour or picture', async () => {
    const path = pageOf('Almere');
    expect((await api.put(path, chosen)).status).toBe(428);
    await api.put(path, chosen, { 'if-match': '"0"' });
    expect((await api.put(path, { ...chosen, logo: null }, { 'if-match': '"0"' })).status).toBe(412);
    const bad = await api.put(path, { accent: '#ffffff', logo: '%%' }, { 'if-match': '"1"' });
    expect(bad.status).toBe(400);
    expect(JSON.stringify(bad.json())).toMatch(/te licht.*base64|base64.*te licht/);
    const notPicture = { accent: null, logo: Buffer.from('x').toString('base64') };
    expect((await api.put(path, notPicture, { 'if-match': '"1"' })).status).toBe(400);
    expect((await almereApi.put(pageOf('Urk'), chosen, { 'if-match': '"0"' })).status).toBe(404);
  });
});

test('the database keeps a certificate to a look of its own municipality, and looks as they were', async () => {
  await send(coordinator, pageOf('Urk'), { accent: PURPLE });
  const noor = await certified('Almere', 'Noor Vast');
  const borrowed = app.database.owner.query(
    'update certificate set look_id = (select id from certificate_look) where professional_id = $1',
    [noor.id],
  );
  await expect(borrowed).rejects.toThrow('certificate_looks_like_its_municipality');
});
