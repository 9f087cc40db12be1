import { ImportKinds } from '../../src/imports/import-kinds.js';
import { exampleFolder, importExample } from '../support/imports.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { sendFile, uploadFile } from '../support/upload.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

let app: TestApp;
let coordinator: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  await importExample(app);
  coordinator = await signIn(app, 'coordinator@flevoland.example');
  const { rows } = await app.database.owner.query<{ id: string; region_id: string }>(
    "select id, region_id from account where role = 'coordinator'",
  );
  api = await apiClient(app, rows[0]!.region_id, rows[0]!.id);
});
afterAll(() => app.stop());

const header = 'naam;email;gemeente;organisatie;functie\r\n';
const oneNew = `${header}Nieuw Voorbeeld;nieuw@voorbeeld.example;Urk;Gemeente Urk;BOA\r\n`;

async function names(email: string): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ name: string }>(
    'select name from professional where email = $1',
    [email],
  );
  return rows.map(({ name }) => name);
}

test('a file is first looked at, then saved when the coordinator confirms, and its bytes are forgotten', async () => {
  const looked = await uploadFile(coordinator, '/imports', 'nieuw.csv', oneNew);
  const preview = await coordinator.follow(looked);
  expect(preview.text).toContain('Er is nog niets opgeslagen');
  expect(await names('nieuw@voorbeeld.example')).toEqual([]);
  const applied = await coordinator.post(`${looked.location!}/application`);
  expect((await coordinator.follow(applied)).text).toContain('Het bestand is opgeslagen');
  expect(await names('nieuw@voorbeeld.example')).toEqual(['Nieuw Voorbeeld']);
  const { rows } = await app.database.owner.query('select content from import_file');
  expect(rows.every((row: { content: unknown }) => row.content === null)).toBe(true);
});

test('every list of the page has an example that can be read in as it is, and names the words to choose from', async () => {
  const page = (await coordinator.get('/imports')).text;
  expect(page).toContain('niveau: voorlichting, basis, verdieping');
  const examples = [...page.matchAll(/\/imports\/examples\?list&#x3D;([a-z-]+)/g)].map(
    ([, list]) => `/imports/examples?list=${list}`,
  );
  const kinds = app.app.get(ImportKinds, { strict: false }).all;
  expect(examples).toHaveLength(kinds.filter(({ systemOnly }) => !systemOnly).length);
  for (const address of examples) {
    const example = await coordinator.get(address);
    const looked = await uploadFile(coordinator, '/imports', 'voorbeeld.csv', example.bytes);
    expect([address, (await coordinator.follow(looked)).text]).toEqual([
      address,
      expect.stringContaining('staat al zo in Leerlijn'),
    ]);
  }
});

test('the README names every column that a list must have', async () => {
  const readme = await readFile('README.md', 'utf8');
  const kinds = app.app.get(ImportKinds, { strict: false }).all;
  const lines = readme.split('\n');
  const untold = kinds.filter(({ columns, optional }) => {
    const needed = columns.filter((column) => !optional.includes(column)).map((column) => `\`${column}\``);
    return !lines.some((line) => line.includes(`| ${needed.join(', ')} `));
  });
  expect(untold.map(({ name }) => name)).toEqual([]);
});

test.each(['accounts', 'niets', '..%2F..%2Fpackage', ''])('there is no example of %j', async (list) => {
  expect((await coordinator.get(`/imports/examples?list=${list}`)).status).toBe(404);
});

test('what changes is shown with what stands now', async () => {
  const { rows } = await app.database.owner.query<{ email: string }>(
    `select p.email from professional p join organisation o on o.id = p.organisation_id where o.name = 'Gemeente Urk' limit 1`,
  );
  const line = `Anders Voorbeeld;${rows[0]!.email};Urk;Buurtwerk Voorbeeld Urk;BOA\r\n`;
  const look = await uploadFile(coordinator, '/imports', 'anders.csv', header + line);
  const page = (await coordinator.follow(look)).text;
  expect(page).toContain('organisatie: was Gemeente Urk, wordt Buurtwerk Voorbeeld Urk');
  expect(page).toMatch(/naam: was [^<]+, wordt Anders Voorbeeld/);
});

test('a price that changes is shown with the price that stands now', async () => {
  const example = await readFile('examples/flevoland/trainingen.csv', 'utf8');
  const look = await uploadFile(
    coordinator,
    '/imports',
    'duurder.csv',
    example.replace('2.750,00', '2.800,00'),
  );
  const page = (await coordinator.follow(look)).text.replaceAll('\u00a0', ' ');
  expect(page).toContain('prijs: was € 2.750,00, wordt € 2.800,00');
});

test('a file with a fault shows where and why, and is not kept', async () => {
  const answer = await uploadFile(
    coordinator,
    '/imports',
    'fout.csv',
    `${header}<b>Fout;geen adres;Urk;Gemeente Urk;BOA\r\n`,
  );
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('geen adres');
  expect(answer.text).toContain('Vul een e-mailadres in');
  const { rows } = await app.database.owner.query("select from import_file where file_name = 'fout.csv'");
  expect(rows).toEqual([]);
});

test.each([
  ['nothing at all', '', 'Kies een bestand|Het bestand is leeg'],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004xl/workbook.xml', 'latin1'), 'Dit is een spreadsheet'],
  ['NUL bytes', 'naam;email\u0000', 'geen tekstbestand'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'geen tekstbestand'],
  ['columns nobody knows', 'a,b\n1,2\n', 'We herkennen dit bestand niet'],
  ['a column too few', 'naam,email,gemeente,functie\n', 'deze kolommen ontbreken: organisatie'],
  ['a column twice', 'naam,naam,email,gemeente,organisatie,functie\n', 'twee keer'],
  ['a quote that never ends', `${header}"Noor;x\r\n`, 'aanhalingsteken'],
  ['a line that is too short', `${header}Noor;x\r\n`, 'Deze regel heeft 2 kolommen'],
  [
    'a control character',
    `${header}No\u0007or;x@voorbeeld.example;Urk;Gemeente Urk;BOA\r\n`,
    'teken in dat we niet',
  ],
  [
    'a name that is shown backwards',
    `${header}\u202EevilroN;x@voorbeeld.example;Urk;Gemeente Urk;BOA\r\n`,
    'teken in dat we niet',
  ],
  [
    'half a character',
    Buffer.concat([Buffer.from(header), Buffer.from([0xff, 0xd8, 0x81])]),
    'Deze regel heeft 1 kolommen',
  ],
  [
    'a date that does not exist',
    'organisatie,gemeente,contactpersoon,contact_email,herzien_op\nX,Urk,Y,y@x.example,31-02-2027\n',
    'datum in die bestaat',
  ],
  [
    '31 digits in a price',
    `beschikking,titel,hoofdaanvrager,jaar,bedrag,voorbeeld,bron\nX,X,Almere,2027,${'9'.repeat(31)},ja,x\n`,
    'Vul een bedrag in',
  ],
  [
    'the accounts of an administrator',
    'rol,naam,email,gemeente\nbeheerder,X,x@x.example,\n',
    'alleen de beheerder van het systeem',
  ],
])('a file with %s is refused with a clear message', async (_what, content, message) => {
  const answer = await uploadFile(coordinator, '/imports', 'x.csv', content);
  expect(answer.status).toBe(400);
  expect(answer.text).toMatch(new RegExp(message));
});

test('a file of more than 10 MB is refused', async () => {
  const answer = await uploadFile(coordinator, '/imports', 'groot.csv', 'x'.repeat(10 * 1024 * 1024 + 1));
  expect(answer.status).toBe(413);
});

test.each([
  ['a form without a file', 'application/x-www-form-urlencoded', 'file=x'],
  ['a body that only says it is a form', 'multipart/form-data; boundary=x', 'geen grens'],
  ['a form without boundary', 'multipart/form-data', 'x'],
])('%s gives a clear refusal', async (_what, type, body) => {
  const answer = await coordinator.send('/imports', {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

test('names from right to left and with emoji are read as they are', async () => {
  const content = `${header}مثال 🦆 Voorbeeld;eend@voorbeeld.example;Urk;Gemeente Urk;BOA\r\n`;
  expect((await sendFile(api, '/imports', 'eend.csv', content)).status).toBe(201);
  expect(await names('eend@voorbeeld.example')).toEqual(['مثال 🦆 Voorbeeld']);
});

test('a system gets what became of its file, or every fault at once', async () => {
  const content = await readFile(join(exampleFolder, 'professionals.csv'));
  const done = await sendFile(api, '/imports', 'professionals.csv', content);
  expect(done.json()).toMatchObject({ kind: 'professionals', added: 0, changed: 0, same: 60 });
  const refused = await sendFile(
    api,
    '/imports',
    'fout.csv',
    `${header};geen adres;Urk;Gemeente Urk;BOA\r\n`,
  );
  expect(refused.type).toContain('application/problem+json');
  expect(refused.json().errors).toEqual([
    { path: 'regel 2, kolom naam', message: 'Vul dit in.' },
    { path: 'regel 2, kolom email', message: 'Vul een e-mailadres in, bijvoorbeeld naam@example.nl.' },
  ]);
});

test('another file under the same Idempotency-Key is imported, not answered from memory', async () => {
  const key = { 'idempotency-key': 'najaar' };
  for (const name of ['aa', 'bb']) {
    const content = `${header}${name} Voorbeeld;${name}@voorbeeld.example;Urk;Gemeente Urk;BOA\r\n`;
    expect((await sendFile(api, '/imports', 'x.csv', content, key)).json()).toMatchObject({ added: 1 });
  }
});

test('a contact may not import', async () => {
  const contact = await signIn(app, 'contact.urk@flevoland.example');
  expect((await contact.get('/imports')).status).toBe(403);
});
