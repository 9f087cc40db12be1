import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { CouncilWorld } from '../support/council-report.js';
import { createGrant } from '../support/grants.js';
import { rankOf } from '../support/rank.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

// The report of the first half of 2026, made on 1 August 2026, beside the second and the first half of 2025.

const HALF_YEARS = {
  now: ['2026-01-01', '2026-06-30'],
  previous: ['2025-07-01', '2025-12-31'],
  yearBefore: ['2025-01-01', '2025-06-30'],
} as const;
type Moment = keyof typeof HALF_YEARS;
const moments = Object.keys(HALF_YEARS) as Moment[];
const PATH = '/council-reports/2026-1';
const codes = {
  ...{ Almere: 'GM0034', Dronten: 'GM0303', Lelystad: 'GM0995', Noordoostpolder: 'GM0171' },
  ...{ Urk: 'GM0184', Zeewolde: 'GM0050' },
} as const;
const towns = Object.keys(codes) as MunicipalityName[];
const LEVELS = ['meeting', 'follow-up', 'awareness', 'basic', 'advanced', 'specialist'];
const levelNames: Record<string, string> = {
  basic: 'basis',
  advanced: 'verdieping',
  awareness: 'voorlichting',
};

interface Table {
  readonly code: string;
  readonly columns: readonly { readonly code: string; readonly moment: Moment }[];
  readonly lines: readonly {
    readonly label: { readonly nl: string };
    readonly cells: readonly (number | null)[];
  }[];
  readonly total: readonly (number | null)[] | null;
}
interface Report {
  readonly tables: readonly Table[];
  readonly texts: readonly { readonly chapter: string; readonly text: string }[];
}
/** A certificate, as plain SQL finds it. */
interface Paper {
  readonly person: string;
  readonly town: string;
  readonly function: string;
  readonly level: string;
  readonly on: string;
}

let app: TestApp;
let region: TestRegion;
let world: CouncilWorld;
let coordinator: Client;
let contact: Client;
let finance: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: '2026-08-01T08:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
  const { Almere: municipalityId } = region.municipalities;
  const { email } = await createAccount(app.database, region, 'contact', { municipalityId });
  contact = await signIn(app, email);
  world = await CouncilWorld.make(app.database, region);
  await train();
  await spend();
  await answer();
});
afterAll(() => app.stop());

async function train(): Promise<void> {
  const almere = await world.people('Almere', 'jongerenwerker', 12);
  const officers = await world.people('Almere', 'BOA', 6);
  const teachers = await world.people('Almere', 'docent', 3);
  const dronten = await world.people('Dronten', 'jongerenwerker', 7);
  const few = await world.people('Dronten', 'BOA', 2);
  const lelystad = await world.people('Lelystad', 'docent', 9);
  const one = await world.people('Lelystad', 'wijkagent', 1);
  const urk = await world.people('Urk', 'jongerenwerker', 2);
  const polder = await world.people('Noordoostpolder', 'BOA', 6);
  const everyone = [almere, officers, teachers, dronten, few, lelystad, one, urk, polder].flat();
  await world.train(everyone.slice(0, -1), 'basic', '2026-03-03');
  await world.train([...almere.slice(0, 6), ...lelystad.slice(0, 5)], 'advanced', '2026-06-30');
  await world.train([...almere, ...dronten, ...urk], 'awareness', '2025-12-31');
  await world.train([...almere.slice(0, 8), ...polder], 'basic', '2025-01-01');
  await world.train(almere, 'basic', '2026-07-01');
  const renewed = await world.people('Noordoostpolder', 'BOA', 1);
  await world.train(renewed, 'basic', '2025-02-02');
  await world.renew(renewed[0]!, '2026-04-04');
  await world.ask('jongerenwerker', 'advanced');
  await world.ask('BOA', 'basic');
  await world.followUp(
    '2026-06-01',
    [...almere, ...dronten, ...urk],
    [...almere.slice(0, 7), ...dronten.slice(0, 2)],
  );
  await world.followUp('2025-11-01', almere, almere.slice(0, 6));
}

async function spend(): Promise<void> {
  const now = await createGrant(app.database, region, {
    ...{ basic: { Almere: 1_000_000, Dronten: 500_000 }, trainings: { Almere: 6, Dronten: 4 } },
  });
  const before = await createGrant(app.database, region, { year: 2025, basic: { Almere: 800_000 } });
  await world.book(now.lines.basic, 'Almere', 'commitment', 250_000, '2026-02-01');
  await world.book(now.lines.basic, 'Almere', 'commitment', -100_000, '2026-06-30');
  await world.book(now.lines.basic, 'Almere', 'realisation', 100_000, '2026-06-30');
  await world.book(now.lines.basic, 'Almere', 'realisation', 7_777, '2026-07-01');
  await world.book(now.lines.basic, 'Dronten', 'realisation', 40_050, '2026-01-15');
  await world.book(before.lines.basic, 'Almere', 'realisation', 12_345, '2025-05-05');
  await world.book(before.lines.basic, 'Almere', 'realisation', 10_000, '2025-10-05');
}

async function answer(): Promise<void> {
  await world.answers('before', '2026-1', 'Almere', { 2: 4, 3: 6 });
  await world.answers('after', '2026-1', 'Almere', { 4: 5, 5: 5 });
  await world.answers('before', '2025-1', 'Almere', { 3: 6 });
  await world.answers('after', '2025-1', 'Almere', { 4: 6 });
}

const reportOf = async (place: string) => (await api.get(`${PATH}/${place}`)).json() as unknown as Report;
const tableOf = (report: Report, code: string): Table => report.tables.find((table) => table.code === code)!;

/** The certificates of a half-year by plain SQL: what was renewed stands as the first of its chain. */
async function papersIn(moment: Moment): Promise<Paper[]> {
  const [from, until] = HALF_YEARS[moment];
  const { rows } = await app.database.owner.query<Paper>(
    `select c.professional_id person, m.name town, f.name_nl "function", c.level, c.issued_on::text "on"
     from certificate c join professional p on p.id = c.professional_id join municipality m on m.id = c.municipality_id
     join professional_function f on f.id = p.function_id
     where c.replaces_id is null and (c.revoked_at is null or exists (select from certificate n where n.replaces_id = c.id))
       and c.issued_on >= $1 and c.issued_on <= $2 order by c.issued_on, c.id`,
    [from, until],
  );
  return rows;
}

/** Everyone of these certificates once, at their highest level. */
function peopleOf(papers: readonly Paper[]): Paper[] {
  const highest = new Map<string, Paper>();
  for (const paper of papers) {
    const known = highest.get(paper.person);
    if (!known || LEVELS.indexOf(known.level) < LEVELS.indexOf(paper.level)) highest.set(paper.person, paper);
  }
  return [...highest.values()];
}

/** Of a line of a table about people trained, what its six numbers really are. */
async function realCells(isIn: (paper: Paper) => boolean): Promise<number[]> {
  const each = await Promise.all(moments.map(papersIn));
  return [
    ...each.map((papers) => peopleOf(papers).filter(isIn).length),
    ...each.map((papers) => papers.filter(isIn).length),
  ];
}

const isLine = (code: string, name: string) => (paper: Paper) =>
  code === 'reach-municipality'
    ? paper.town === name
    : code === 'reach-function'
      ? paper.function === name
      : levelNames[paper.level] === name;

test.each(['region', 'GM0034', 'GM0303', 'GM0995', 'GM0171', 'GM0184', 'GM0050'])(
  'people trained in the report of %s: each number is what plain SQL counts, and none is one to four',
  async (place) => {
    const report = await reportOf(place);
    const town = towns.find((name) => codes[name] === place);
    const isHere = (paper: Paper) => town === undefined || paper.town === town;
    let shown = 0;
    for (const code of ['reach-municipality', 'reach-function', 'reach-level']) {
      const { lines, total } = tableOf(report, code);
      for (const { label, cells } of [...lines, ...(total ? [{ label: null, cells: total }] : [])]) {
        const isOwn = label === null ? () => true : isLine(code, label.nl);
        const real = await realCells((paper) => isHere(paper) && isOwn(paper));
        cells.forEach((cell, index) => {
          expect([label?.nl, index, cell ?? real[index]]).toEqual([label?.nl, index, real[index]]);
          if (real[index]! >= 1 && real[index]! <= 4) expect(cell).toBeNull();
          if (cell !== null) shown++;
        });
      }
    }
    expect(shown).toBeGreaterThan(0);
  },
);

test('who reads the figures goes from the first page to those of the running half-year, a contact to the own ones', async () => {
  for (const [reader, about] of [
    [coordinator, 'Flevoland'],
    [finance, 'Flevoland'],
    [contact, 'Almere'],
  ] as const) {
    expect((await reader.get('/')).text).toContain('href="/council-reports/now"');
    const location = (await reader.get('/council-reports/now')).headers.get('location');
    const page = (await reader.get(String(location))).text;
    expect(page).toContain('Dit halfjaar loopt nog.');
    expect(page).toContain(`<title>Raadsrapportage ${about}, 2e halfjaar 2026`);
  }
});

test('the numbers of the region are those of whoever was trained', async () => {
  const report = await reportOf('region');
  expect(tableOf(report, 'reach-municipality')).toMatchObject({
    total: [47, 21, 15, 58, 21, 15],
    lines: [
      { label: { nl: 'Almere' }, cells: [21, 12, 8, 27, 12, 8] },
      { label: { nl: 'Dronten' }, cells: [9, null, 0, 9, null, 0] },
      { label: { nl: 'Lelystad' }, cells: [10, 0, 0, 15, 0, 0] },
      { label: { nl: 'Noordoostpolder' }, cells: [null, 0, 7, null, 0, 7] },
      { label: { nl: 'Urk' }, cells: [null, null, 0, null, null, 0] },
      { label: { nl: 'Zeewolde' }, cells: [0, 0, 0, 0, 0, 0] },
    ],
  });
});

test('no small group follows from the reports of the region and of all municipalities side by side', async () => {
  const papers = peopleOf(await papersIn('now'));
  const functions = [...new Set(papers.map((paper) => paper.function))];
  const levels = [...new Set(papers.map(({ level }) => level))];
  const groups = towns.flatMap((town) =>
    functions.flatMap((name) => levels.map((level) => ({ town, function: name, level }))),
  );
  type Group = (typeof groups)[number];
  const sumOf = (isIn: (group: Group) => boolean) => groups.map((group) => Number(isIn(group)));
  const shown: number[][] = [];
  const small: number[][] = [];
  for (const place of ['region', ...Object.values(codes)]) {
    const report = await reportOf(place);
    const town = towns.find((name) => codes[name] === place);
    for (const code of ['reach-municipality', 'reach-function', 'reach-level']) {
      const { lines, total } = tableOf(report, code);
      for (const { label, cells } of [...lines, ...(total ? [{ label: null, cells: total }] : [])]) {
        const isIn = (group: Group) =>
          (town === undefined || group.town === town) &&
          (label === null || isLine(code, label.nl)({ ...group, person: '', on: '' }));
        const people = papers.filter((paper) => isIn(paper as Group)).length;
        if (cells[0] !== null) shown.push(sumOf(isIn));
        if (people >= 1 && people <= 4) small.push(sumOf(isIn));
      }
    }
  }
  expect(small.length).toBeGreaterThan(5);
  const rank = rankOf(shown);
  for (const sum of small) expect(rankOf([...shown, sum])).toBe(rank + 1);
});

test('trainings, coverage, follow-up days, effect and spend are what was put there', async () => {
  const report = await reportOf('region');
  const cellsOf = (code: string) =>
    Object.fromEntries(tableOf(report, code).lines.map(({ label, cells }) => [label.nl, cells]));
  expect(cellsOf('trainings-municipality')).toEqual({
    Almere: [6, 0, 0, 0, 0, 0],
    Dronten: [4, 0, 0, 0, 0, 0],
  });
  // Of the youth workers six have the advanced level; of the BOA's all but one the basic level.
  expect(tableOf(report, 'coverage-municipality').total).toEqual([36, 21, 15]);
  expect(tableOf(report, 'follow-up').total).toEqual([21, 12, 0, 9, 6, 0]);
  expect(cellsOf('follow-up')['Almere']).toEqual(
    [12, 12, 0, 7, 6, 0].map((cell, index) => ([0, 3].includes(index) ? null : cell)),
  );
  expect(cellsOf('effect-after')).toEqual({
    'Ik herken signalen.': [10, 2.6, 10, 4.5, 1.9, null, 1, 'higher'],
  });
  expect(tableOf(report, 'spend')).toMatchObject({
    total: [1_500_000, 140_050, 22_345, 12_345, 150_000, 1_209_950],
    lines: [
      {
        label: { nl: 'Almere' },
        isDemo: true,
        cells: [1_000_000, 100_000, 22_345, 12_345, 150_000, 750_000],
      },
      { label: { nl: 'Dronten' }, cells: [500_000, 40_050, 0, 0, 0, 459_950] },
    ],
  });
});

/** The tables of a page, as rows of text. */
function rowsOf(html: string): string[] {
  return [...html.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)]
      .map(([, text]) => text!.replaceAll('<br>', ' ').trim())
      .join(' '),
  );
}

async function pdfText(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent()),
  );
  const texts = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')));
  return plain(texts.join(' '));
}
const plain = (text: string): string =>
  text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();

test.each(['region', 'GM0034', 'GM0184'])(
  'the page of %s and its PDF say the same, line by line',
  async (place) => {
    const html = (await coordinator.get(`${PATH}/${place}`)).text;
    const pdf = await pdfText((await coordinator.get(`${PATH}/${place}/pdf`)).bytes);
    const rows = rowsOf(html).map(plain);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !pdf.includes(row))).toEqual([]);
  },
);

test('the page shows the numbers of the API', async () => {
  const rows = rowsOf((await coordinator.get(`${PATH}/region`)).text).map(plain);
  expect(rows).toContain('Almere 21 12 8 27 12 8');
  expect(rows).toContain('Dronten 9 afgeschermd 0 9 afgeschermd 0');
  expect(rows).toContain('Totaal € 15.000,00 € 1.400,50 € 223,45 € 123,45 € 1.500,00 € 12.099,50');
  expect(rows).toContain('Ik herken signalen. 10 2,6 10 4,5 +1,9 niet bekend +1,0 vrijwel zeker hoger');
});

test('the PDF is tagged, in Dutch, and says that it is a draft and what is counted', async () => {
  const { bytes, headers } = await coordinator.get(`${PATH}/region/pdf`);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Language: 'nl-NL', Title: 'Raadsrapportage Flevoland, 1e halfjaar 2026' });
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  expect(['H1', 'H2', 'Table', 'TH', 'TD'].filter((role) => !tree.includes(`"${role}"`))).toEqual([]);
  const text = await pdfText(bytes);
  expect(text).toContain('Concept, met de cijfers van');
  expect(text).toContain('Een deelname is één certificaat.');
  expect(headers.get('content-disposition')).toContain('raadsrapportage-2026-1-region-concept.pdf');
});

test('a contact reads the report of the own municipality, and only that', async () => {
  expect((await contact.get(`${PATH}/GM0034`)).text).toContain('Raadsrapportage Almere');
  expect((await contact.get(`${PATH}/GM0303`)).status).toBe(404);
  expect((await contact.get(`${PATH}/region`)).status).toBe(404);
  expect((await contact.get('/council-reports')).text).not.toContain('Dronten');
  expect((await contact.get(`${PATH}/GM0034`)).text).not.toContain('4.005');
});

test('finance reads all reports and writes none', async () => {
  const page = await finance.get(`${PATH}/region`);
  expect(page.text).toContain('Raadsrapportage Flevoland');
  expect(page.text).not.toContain('Stel deze rapportage vast');
  expect((await finance.post(`${PATH}/region/versions`)).status).toBe(403);
});

test.each([
  ['/council-reports/2026-3/region', 404],
  ['/council-reports/1999-1/region', 404],
  ['/council-reports/2027-1/region', 404],
  ['/council-reports/2026-1/GM9999', 404],
  ['/council-reports/2026-1/region/versions/7', 404],
  ['/council-reports/2026-1/region/versions/0', 404],
  ['/council-reports/2026-1/region/texts/nothing', 404],
])('%s is nowhere', async (path, status) => {
  expect((await coordinator.get(path)).status).toBe(status);
});

test('a half-year that is not over cannot be made final', async () => {
  const refused = await coordinator.post('/council-reports/2026-2/region/versions');
  expect([refused.status, refused.text.includes('Dit halfjaar is nog niet voorbij')]).toEqual([409, true]);
  expect((await coordinator.get('/council-reports/2026-2/region')).text).not.toContain(
    'Stel deze rapportage vast',
  );
});

describe('a text', () => {
  const form = `${PATH}/GM0303/texts/reach`;

  test('stands in the page, the PDF and the API, in its paragraphs', async () => {
    const written = await coordinator.post(form, {
      version: '0',
      text: 'Eerste <b>alinea</b>.\n\nTweede alinea.',
    });
    expect(written.status).toBe(303);
    const { text } = await coordinator.get(`${PATH}/GM0303`);
    expect(text).toContain('Eerste &lt;b&gt;alinea&lt;/b&gt;.</p>');
    expect(await pdfText((await coordinator.get(`${PATH}/GM0303/pdf`)).bytes)).toContain('Tweede alinea.');
    expect((await reportOf('GM0303')).texts).toEqual([
      { chapter: 'reach', text: 'Eerste <b>alinea</b>.\n\nTweede alinea.' },
    ]);
    expect((await reportOf('region')).texts).toEqual([]);
  });

  test('that is too long is refused, and the form keeps it', async () => {
    const refused = await coordinator.post(form, { version: '1', text: 'x'.repeat(3_001) });
    expect([refused.status, refused.text.includes('x'.repeat(3_001))]).toEqual([400, true]);
  });

  test('that someone else changed meanwhile is not lost: both are shown', async () => {
    const refused = await coordinator.post(form, { version: '0', text: 'Wat ik schreef.' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Wat ik schreef.');
    expect(refused.text).toContain('Eerste &lt;b&gt;alinea&lt;/b&gt;.');
  });

  test('is changed by the API with the version that was read, and not without', async () => {
    const path = `${PATH}/GM0303/texts/spend`;
    const read = await api.get(path);
    expect([read.headers.get('etag'), read.json()]).toEqual([
      '"0"',
      { chapter: 'spend', text: '', version: 0 },
    ]);
    expect((await api.put(path, { text: 'Meer.' })).status).toBe(428);
    const put = await api.put(path, { text: 'Meer.' }, { 'if-match': '"0"' });
    expect([put.status, put.headers.get('etag')]).toEqual([200, '"1"']);
    expect((await api.put(path, { text: 'Minder.' }, { 'if-match': '"0"' })).status).toBe(412);
    expect((await api.put(path, { text: null }, { 'if-match': '"1"' })).json()).toMatchObject({
      text: '',
      version: 2,
    });
  });

  test('of two who write at once one is told, and one text stands', async () => {
    const path = `${PATH}/GM0184/texts/reach`;
    const texts = ['Een', 'Twee', 'Drie', 'Vier'];
    const answers = await Promise.all(texts.map((text) => api.put(path, { text }, { 'if-match': '"0"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const kept = texts[answers.findIndex(({ status }) => status === 200)];
    expect((await api.get(path)).json()).toMatchObject({ text: kept, version: 1 });
  });
});

describe('a report that is made final', () => {
  test('keeps its figures, texts and file, whatever happens later; again is another version', async () => {
    await coordinator.post(`${PATH}/region/texts/reach`, { version: '0', text: 'Zoals het was.' });
    const made = await coordinator.post(`${PATH}/region/versions`);
    expect(made.location).toBe(`${PATH}/region/versions/1`);
    const before = await coordinator.get(made.location!);
    const file = (await coordinator.get(`${made.location}/pdf`)).bytes;
    await world.train(await world.people('Almere', 'docent', 8), 'basic', '2026-06-01');
    await coordinator.post(`${PATH}/region/texts/reach`, { version: '1', text: 'Zoals het werd.' });
    app.clock.set(new Date('2026-08-01T08:20:00Z'));

    const after = await coordinator.get(made.location!);
    expect(rowsOf(after.text)).toEqual(rowsOf(before.text));
    expect(after.text).toContain('Zoals het was.');
    expect((await coordinator.get(`${made.location}/pdf`)).bytes.equals(file)).toBe(true);
    const kept = (await api.get(`${PATH}/region/versions/1`)).json();
    expect(kept['pdfSha256']).toBe(createHash('sha256').update(file).digest('hex'));
    expect(after.text).toContain(kept['pdfSha256'] as string);
    const pdf = await pdfText(file);
    expect(pdf).toContain('Vastgesteld op');
    expect(
      rowsOf(after.text)
        .map(plain)
        .filter((row) => !pdf.includes(row)),
    ).toEqual([]);

    expect((await api.post(`${PATH}/region/versions`)).json()).toEqual({ version: 2 });
    const second = await coordinator.get(`${PATH}/region/versions/2`);
    expect(second.text).toContain('Zoals het werd.');
    expect(rowsOf(second.text).map(plain)).toContain('Almere 29 12 8 35 12 8');
    expect((await coordinator.get('/council-reports')).text).toContain('Vastgesteld, versie 2');
  });

  test('by several people at once, each gets a version of its own', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.post(`${PATH}/GM0050/versions`)));
    expect(answers.map((made) => made.json()['version'] as number).sort()).toEqual([1, 2, 3, 4]);
  });

  test('cannot be changed or taken away, not even by the owner of the tables', async () => {
    for (const sql of [
      "update council_report_version set report = '{}'",
      'delete from council_report_version',
    ])
      await expect(app.database.owner.query(sql)).rejects.toThrow(
        /append-only|only added|never changed|cannot/i,
      );
  });

  test('stands in the audit trail, and so does a text', async () => {
    const { rows } = await app.database.owner.query<{ action: string; subject: string }>(
      `select distinct action, subject_id subject from audit_entry where subject_type = 'council-report' and subject_id like '%region' order by 1`,
    );
    expect(rows).toEqual([
      { action: 'makeReportFinal', subject: '2026-1 region' },
      { action: 'writeText', subject: '2026-1 region' },
    ]);
  });
});
