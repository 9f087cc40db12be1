import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { startApp, type TestApp } from '../support/app.js';
import { signIn } from '../support/client.js';
import { E_INVOICE, EvidenceWorld, HOSTILE, LETTER, PDF, PNG, REMARK, TYPED } from '../support/evidence.js';
import { pdfText } from '../support/pdf-text.js';
import { whereInstalled } from '../support/programs.js';
import { createAccount, createRegion } from '../support/region.js';

let app: TestApp;
let world: EvidenceWorld;
let bytes: Buffer;
let files: Map<string, Buffer>;

beforeAll(async () => {
  app = await startApp();
  world = await EvidenceWorld.make(app);
  bytes = await download();
  files = await unzipped(bytes);
}, 120_000);
afterAll(() => app.stop());

async function download(path = world.page('.zip')): Promise<Buffer> {
  const answer = await world.finance.get(path);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.bytes;
}

/** The files by name, as another library reads them. */
async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const read = await JSZip.loadAsync(zip, { checkCRC32: true });
  const entries = Object.values(read.files).filter(({ dir }) => !dir);
  return new Map(
    await Promise.all(entries.map(async (file) => [file.name, await file.async('nodebuffer')] as const)),
  );
}

const named = (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name));
const only = (pattern: RegExp) => {
  const names = named(pattern);
  expect(names).toHaveLength(1);
  return files.get(names[0]!)!;
};
const csv = (content: Buffer) => parse(content.toString('utf8'), { delimiter: ';', bom: true });
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const plain = (html: string) =>
  html
    .replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replaceAll(/&#x3D;/g, '=')
    .replaceAll(/[\s\u00a0]+/g, ' ');
const index = () => plain(files.get('index.html')!.toString('utf8'));
const euros = (cents: string | number) =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
    .format(Number(cents) / 100)
    .replaceAll('\u00a0', ' ');
const sql = async <Row extends object>(statement: string, values: unknown[] = []) =>
  (await app.database.owner.query<Row>(statement, values)).rows;
const ofGrant = `from ledger_entry e join grant_line l on l.id = e.grant_line_id where l.grant_id = $1 and e.year = 2026`;

describe('the ZIP', () => {
  test('holds the statement, the ledger, the decisions, a folder per session and per order, an index and hashes', () => {
    expect(named(/^[^/]+$/)).toEqual(['index.html', 'SHA256SUMS']);
    expect(named(/^1 /).sort()).toEqual(
      ['csv', 'pdf', 'xlsx'].map((type) => `1 verantwoording/verantwoording-2026.${type}`),
    );
    expect(named(/^2 /)).toEqual(['2 uitgaven/uitgaven-2026.csv', '2 uitgaven/uitgaven-2026.xlsx']);
    expect(named(/^3 /)).toEqual([
      '3 besluiten/besluiten.csv',
      expect.stringMatching(
        /^3 besluiten\/00[12] 2026-09-10 Wijziging van de beschikking W 1 document 1\.pdf$/,
      ),
    ]);
    const folders = new Set([...files.keys()].filter((name) => /^[45] /.test(name)).map(dirname));
    expect([...folders]).toEqual([
      expect.stringMatching(/^4 uitvoeringen\/001 2026-10-14 etc passwd .*Щука & Δ/),
      '4 uitvoeringen/002 2026-11-12 Basistraining',
      '5 bestellingen/001 2026-09-30 Netwerk regisseur',
    ]);
    expect(named(/^6 /)).toEqual(['6 overige kosten/facturen.csv', '6 overige kosten/factuur 001 Z-9.xml']);
  });

  test('lists every other file with its hash, so that each can be checked', () => {
    const sums = files.get('SHA256SUMS')!.toString('utf8');
    const expected = [...files]
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([name, content]) => `${hashOf(content)}  ${name}\n`);
    expect(sums).toBe(expected.join(''));
    for (const [name, content] of files)
      if (!['SHA256SUMS', 'index.html'].includes(name)) {
        expect(index()).toContain(`${content.length} bytes ${hashOf(content)}`);
      }
  });

  test('holds no name that leaves its folder or that Windows refuses, whatever a training is called', () => {
    for (const name of files.keys())
      for (const part of name.split('/')) {
        expect(part).not.toMatch(/[\p{Cc}<>:"\\|?*]|^[ .]|[ .]$/u);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
      }
  });

  test('is the same to the byte when it is asked again, whenever that is and whoever asks', async () => {
    app.clock.set('2026-11-21T09:00:00Z');
    await world.signIn();
    expect(hashOf(await download())).toBe(hashOf(bytes));
    const api = await world.planner.get(`/statements/2026/grants/${world.grant.id}/evidence/zip`);
    expect([api.status, api.type]).toEqual([200, 'application/zip']);
    expect(hashOf(api.bytes)).toBe(hashOf(bytes));
  });
});

whereInstalled('unzip')('the programs of an operating system', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    await writeFile(join(folder, 'evidence.zip'), bytes);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('unpack it without a word of warning, and find every hash right', async () => {
    const inside = join(folder, 'unpacked');
    await mkdir(inside);
    const options = { cwd: inside, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
    expect(execFileSync('unzip', ['-tq', '../evidence.zip'], options).toString()).toContain('No errors');
    execFileSync('unzip', ['-q', '../evidence.zip'], options);
    const checked = execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], options).toString();
    expect(checked.trim().split('\n')).toHaveLength(files.size - 1);
    expect(checked).not.toMatch(/FAILED/);
  });
});

describe('what it holds', () => {
  test('are the signed sheets, letters and e-invoices as they came', () => {
    const sheets = named(/getekende presentielijst/).map((name) => files.get(name)!);
    expect(sheets.sort(Buffer.compare)).toEqual([PNG, PDF].sort(Buffer.compare));
    expect(named(/getekende presentielijst \d\.(png|pdf)$/)).toHaveLength(2);
    expect(only(/document 1\.pdf$/)).toEqual(LETTER);
    expect(only(/002.*\/factuur 001 ROR 2026 0117\.xml$/).toString('utf8')).toBe(E_INVOICE);
  });

  test('is a ledger of all that counts in the year of this grant and nothing else, with its hash kept', async () => {
    const [booked] = await sql<{ count: number; cents: string }>(
      `select count(*)::int, sum(e.amount_cents) cents ${ofGrant}`,
      [world.grant.id],
    );
    const ledger = only(/uitgaven-2026\.csv$/);
    const [header, ...rows] = csv(ledger);
    const amounts = ['Verplicht', 'Gerealiseerd'].map((name) => header!.indexOf(name));
    const cents = rows.flatMap((row) =>
      amounts.map((at) => Math.round(Number(row[at]!.replace(',', '.')) * 100)),
    );
    expect(rows).toHaveLength(booked!.count);
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(Number(booked!.cents));
    const kept = await sql<{ sha256: string }>("select sha256 from ledger_download where format = 'csv'");
    expect(kept.map(({ sha256 }) => sha256)).toContain(hashOf(ledger));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(only(/uitgaven-2026\.xlsx$/) as unknown as ArrayBuffer);
    expect(workbook.worksheets[0]!.actualRowCount).toBe(booked!.count + 2);
  });

  test('is a statement that says the same as its page', async () => {
    const [spent] = await sql<{ cents: string }>(
      `select sum(e.amount_cents) cents ${ofGrant} and e.kind = 'realisation'`,
      [world.grant.id],
    );
    const text = await pdfText(only(/verantwoording-2026\.pdf$/));
    expect(text).toContain('Concept: 2026 is nog niet afgesloten.');
    expect(text.replaceAll('\u00a0', ' ')).toContain(`B/2026 é ${euros(spent!.cents)}`);
  });

  test('is who had a seat and how each attended, without anything else about them', async () => {
    expect(csv(only(/002.*\/presentielijst\.csv$/))).toEqual([
      ['Naam', 'Organisatie', 'Functie', 'Gemeente', ...PARTS],
      ["'=Noor Voorbeeld-Yıldız", 'Jongerenwerk Almere', 'jongerenwerker', 'Almere', 'Aanwezig', 'Te laat'],
      ['Sem Voorbeeld', 'Jongerenwerk Dronten', 'jongerenwerker', 'Dronten', 'Aanwezig', 'Aanwezig'],
    ]);
    const all = Buffer.concat([...files.values()]).toString('utf8');
    expect(all).not.toContain(REMARK);
    expect(all).not.toMatch(/@example\.nl/);
  });

  test('are the certificates that were issued', async () => {
    const issued = await sql<{ row: string[] }>(
      `select array[c.number, case when left(c.professional_name, 1) = '=' then '''' else '' end || c.professional_name,
         to_char(c.issued_on, 'DD-MM-YYYY'), to_char(c.valid_until, 'DD-MM-YYYY'), ''] "row"
       from certificate c join enrolment e on e.id = c.enrolment_id where e.session_id = $1 order by c.professional_name`,
      [world.given],
    );
    expect(issued).toHaveLength(2);
    expect(csv(only(/002.*\/certificaten\.csv$/)).slice(1)).toEqual(issued.map(({ row }) => row));
  });

  test('is from what a session was paid, who confirmed that and when, and how its cost was shared', async () => {
    const text = plain(only(/002.*\/verplichting\.html$/).toString('utf8'));
    for (const told of [
      'Beschikking B/2026 é',
      'Begrotingspost 10 Basistrainingen (2026)',
      'Status Afgesloten',
    ])
      expect(text).toContain(told);
    expect(text).toContain('Vastgelegd bedrag, inclusief btw € 2.500,00 (voorbeeld)');
    expect(text).toContain('Vastgelegd op 1 oktober 2026 om 10:00 Vastgelegd door Voorbeeld coordinator');
    expect(text).toContain('Prijs: Basistraining € 2.500,00 Vrijgesteld van btw');
    const shares = csv(only(/002.*\/verdeling van de kosten\.csv$/)).slice(1);
    expect(shares.map((row) => [row[2], row[3], row[4], row[5]])).toEqual([
      ['Naar inschrijvingen', 'Almere', '1', '1250,00'],
      ['Naar inschrijvingen', 'Dronten', '1', '1250,00'],
    ]);
  });

  test('are the invoices of sessions, of orders and of costs without either, with their bookings', async () => {
    const invoices = named(/facturen\.csv$/).flatMap((name) => csv(files.get(name)!).slice(1));
    expect(invoices.map((row) => [row[0], row[1], row[4], row[10]])).toEqual([
      ['ROR', TYPED, '1000,00', ''],
      ['ROR', 'ROR/2026:0117', '2500,00', 'factuur 001 ROR 2026 0117.xml'],
      ['Regie/..', 'R-1', '3000,00', ''],
      ['Zaal BV', 'Z-9', '80,00', 'factuur 001 Z-9.xml'],
    ]);
  });
});
const PARTS = ['Dagdeel 1, 12-11-2026 09:30–12:30', 'Dagdeel 2, 12-11-2026 13:30–16:30'];

describe('the index', () => {
  test('adds up to what plain SQL adds up, per line, per section and in all', async () => {
    const sums = `coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0) committed,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0) realised`;
    const per = async (by: string) =>
      sql<{ committed: string; realised: string }>(`select ${sums} ${ofGrant} group by ${by}`, [
        world.grant.id,
      ]);
    const told = index();
    for (const row of [...(await per('l.id')), ...(await per('e.commitment_id'))])
      expect(told).toContain(`${euros(row.committed)} ${euros(row.realised)}`);
    for (const row of [...(await per('l.grant_id')), ...(await per('e.session_id is null'))])
      expect(told).toContain(`${euros(row.committed)} ${euros(row.realised)}`);
    const [all] = await per('l.grant_id');
    expect(told).toContain(`Totaal ${euros(all!.committed)} ${euros(all!.realised)}`);
    expect(told).toContain(`Besteed in 2026 ${euros(all!.realised)}`);
  });

  test('names every booking of the grant once per file that it is about, and none of another grant', async () => {
    const [range] = await sql<{ first: string; last: string; count: number }>(
      `select min(e.id) first, max(e.id) last, count(*)::int ${ofGrant}`,
      [world.grant.id],
    );
    const [other] = await sql<{ count: number }>(`select count(*)::int ${ofGrant}`, [world.other.id]);
    expect(other!.count).toBeGreaterThan(0);
    expect(Number(range!.last) - Number(range!.first) + 1).toBe(range!.count);
    expect(index()).toContain(`Alle boekingen, CSV ${range!.first}–${range!.last} `);
  });

  test('says what is missing, as the page and the API do before anything is downloaded', async () => {
    const missing = [
      'Het jaar is niet afgesloten: de verantwoording is een concept.',
      'De gegevens van de bijlage zijn niet compleet.',
      'Er is geen besluit van toekenning vastgelegd.',
      'Bij het besluit is geen document bewaard. Verschuiving Overleg van 10 september 2026',
      'De uitvoering is niet afgesloten. Uitvoering 1: ../../../etc/passwd',
      'Er zijn kosten, maar er is geen getekende presentielijst bewaard. Uitvoering 1: ../../../etc/passwd',
      'Er staat nog een bedrag open waarvoor geen factuur is geboekt. Uitvoering 1: ../../../etc/passwd',
      `Er is geen e-factuur bewaard: de factuur is ingetypt of kwam in een lijst. ROR, factuur ${TYPED}`,
      'Er is geen e-factuur bewaard: de factuur is ingetypt of kwam in een lijst. Regie/.., factuur R-1',
    ];
    const page = plain((await world.finance.get(world.page())).text);
    for (const one of missing) {
      expect(index()).toContain(one);
      expect(page).toContain(one);
    }
    expect(page).toContain(`Er ontbreken ${missing.length} dingen.`);
    const api = await world.books.get(`/statements/2026/grants/${world.grant.id}/evidence`);
    expect(api.json()).toMatchObject({
      ...{ sessions: 2, people: 2, signedSheets: 2, certificates: 2, orders: 1, invoices: 4, eInvoices: 2 },
      ...{ decisions: 2, decisionDocuments: 1, decisionNumber: 'B/2026 é' },
      keptBytes:
        PNG.length +
        PDF.length +
        LETTER.length +
        named(/xml$/).reduce((sum, name) => sum + files.get(name)!.length, 0),
    });
    expect(api.json()['missing'] as unknown[]).toHaveLength(missing.length);
  });

  test('writes what people wrote as text, never as a part of the page', () => {
    const html = files.get('index.html')!.toString('utf8');
    expect(html).not.toContain('<script');
    expect(
      index()
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ).toContain(HOSTILE.replaceAll(/\s+/g, ' '));
  });
});

describe('who may have it', () => {
  test('is who may see the statement, and nobody of another region or another role', async () => {
    const elsewhere = await createRegion(app.database, 'Elders');
    const almere = { municipalityId: world.region.municipalities.Almere };
    const accounts = [
      await createAccount(app.database, elsewhere, 'finance'),
      await createAccount(app.database, elsewhere, 'coordinator'),
      await createAccount(app.database, world.region, 'contact', almere),
      await createAccount(app.database, world.region, 'trainer', { trainerId: world.region.trainerId }),
      await createAccount(app.database, world.region, 'administrator'),
    ];
    const answers: number[][] = [];
    for (const { email } of accounts) {
      const client = await signIn(app, email);
      answers.push([(await client.get(world.page())).status, (await client.get(world.page('.zip'))).status]);
    }
    expect(answers).toEqual([
      [404, 404],
      [404, 404],
      [403, 403],
      [403, 403],
      [403, 403],
    ]);
    expect((await world.coordinator.get(world.page('.zip'))).status).toBe(200);
  });

  test('asks for a grant and a year that there are', async () => {
    const asked = [
      world.page('.zip', world.grant, 2025),
      world.page('', world.grant, 1999),
      world.page('', { ...world.grant, id: '0192f3a0-0000-7000-8000-000000000000' }),
      world.page('', { ...world.grant, id: 'x' }),
      world.page('', world.grant, 20_260),
    ];
    const statuses = await Promise.all(asked.map(async (path) => (await world.finance.get(path)).status));
    expect(statuses.every((status) => status === 404 || status === 400)).toBe(true);
    expect((await world.books.get(`/statements/2025/grants/${world.grant.id}/evidence`)).status).toBe(404);
  });

  test('leaves that they asked, and the hash of what they got', async () => {
    const before = await sql('select from audit_entry');
    const zip = await download();
    const trail = await sql<{ action: string; role: string; after: object }>(
      'select action, role, after from audit_entry order by id offset $1',
      [before.length],
    );
    const [{ id }] = (await sql<{ id: string }>('select max(id)::text id from ledger_entry')) as [
      { id: string },
    ];
    expect(trail).toEqual([
      { action: 'askEvidence', role: 'finance', after: { year: 2026, upTo: id } },
      { action: 'makeEvidence', role: 'finance', after: { year: 2026, upTo: id, checksum: hashOf(zip) } },
    ]);
  });
});
