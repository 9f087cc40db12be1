import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import { exampleFolder } from '../support/imports.js';
import { Probe, type Case } from '../support/probe.js';
import type { Route } from '../support/routes.js';

// Whatever file is sent to be imported: what is wrong with it in words, nothing saved, and never an error of ours.
let probe: Probe;
let places: Route[];

beforeAll(async () => {
  probe = await Probe.start();
  places = probe.routes.filter(({ method, path }) => method === 'POST' && /\/imports$/.test(path));
  expect(places.map(({ path }) => path).sort()).toEqual(['/api/v1/imports', '/imports']);
});
afterAll(() => probe.stop());

jest.setTimeout(300_000);

const BOUNDARY = 'grens';
const HEADER = 'naam;email;gemeente;organisatie;functie\r\n';
const RIGHT = `${HEADER}Wout Voorbeeld;wout@voorbeeld.example;Urk;Gemeente Urk;BOA\r\n`;

interface Part {
  readonly content: string | Buffer;
  readonly disposition?: string;
  readonly extra?: string;
}

const part = ({ content, disposition = 'form-data; name="file"; filename="x.csv"', extra = '' }: Part) =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\n${extra}\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);

const sent = (body: Buffer, boundary = `; boundary=${BOUNDARY}`) => ({
  body,
  headers: { 'content-type': `multipart/form-data${boundary}` },
});
const end = Buffer.from(`--${BOUNDARY}--\r\n`);
const upload = (...parts: Part[]) => sent(Buffer.concat([...parts.map(part), end]));

const toEach = (bodies: readonly ReturnType<typeof sent>[], refused: boolean): Case[] =>
  places.flatMap((route) => bodies.map((body) => ({ route, refused, ...body })));

test('a body that holds no file, or not one file, is refused', async () => {
  const bodies = [
    upload(),
    upload({ content: '' }),
    upload({ content: RIGHT, disposition: 'form-data; name="file"' }),
    upload({ content: '', disposition: 'form-data; name="file"; filename=""' }),
    upload({ content: RIGHT, disposition: 'nonsense' }),
    upload({ content: RIGHT }, { content: RIGHT }),
    upload(...Array.from({ length: 30 }, () => ({ content: 'x', disposition: 'form-data; name="a"' }))),
    upload({ content: 'x', disposition: 'form-data; name="__proto__"' }),
    sent(part({ content: RIGHT })),
    sent(Buffer.concat([part({ content: RIGHT }), end]).subarray(0, 80)),
    sent(Buffer.concat([part({ content: RIGHT }), end]), ''),
    sent(Buffer.concat([part({ content: RIGHT }), end]), '; boundary='),
    sent(Buffer.concat([part({ content: RIGHT }), end]), '; boundary=other'),
    sent(Buffer.from('no boundary at all')),
    sent(Buffer.alloc(0)),
    sent(Buffer.from([0, 1, 2, 3, 255, 254])),
  ];
  expect(await probe.wrongAnswers(toEach(bodies, true))).toEqual([]);
});

test('a file that is no table is refused', async () => {
  const contents = [
    Buffer.from(RIGHT, 'utf16le'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(RIGHT, 'utf16le')]),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from('%PDF-1.7'),
    Buffer.alloc(11 * 1024 * 1024, 'x'),
    Buffer.alloc(9 * 1024 * 1024, '"'),
    Buffer.alloc(1024 * 1024, ';'),
    Buffer.from(HEADER.repeat(2)),
    Buffer.from(`${HEADER}${'x;'.repeat(10_000)}`),
    Buffer.from(`${RIGHT}${'a;b;c;d;e\r\n'.repeat(50_001)}`),
    Buffer.from(`${Array.from({ length: 200_000 }, (_, index) => `k${index}`).join(';')}\r\n`),
    Buffer.from('\ufeff'),
    Buffer.from('\r\n\r\n'),
  ];
  expect(
    await probe.wrongAnswers(
      toEach(
        contents.map((content) => upload({ content })),
        true,
      ),
    ),
  ).toEqual([]);
});

test('the name of a file is only a name', async () => {
  const names = [
    '../../etc/passwd',
    'a\u0000b.csv',
    'نور 🎓.csv',
    `${'x'.repeat(5_000)}.csv`,
    '"><script>.csv',
  ];
  const wrong = await probe.wrongAnswers(
    names.map((name) => ({
      route: places.find(({ isApi }) => !isApi)!,
      ...upload({ content: RIGHT, disposition: `form-data; name="file"; filename="${name}"` }),
    })),
  );
  // A file without a fault is kept to be confirmed; nothing else is.
  expect(wrong.filter((told) => !told.startsWith('saved: import_file'))).toEqual([]);
});

const CELLS = [
  '',
  '-1',
  'NaN',
  '1e5',
  '9'.repeat(31),
  '31-02-2027',
  '0000-01-01',
  '25:61',
  'a@b',
  '\u0007',
  '\ufffd',
]
  .concat(['٣', '=1+1', 'نور 🎓', 'x'.repeat(10_000), '|', "'; drop table region; --", '99999999999,99', '"'])
  .map((cell) => cell.replaceAll('"', '""'));

test('any value in any column of any kind of file is read or refused, and nothing but the file is kept', async () => {
  const route = places.find(({ isApi }) => !isApi)!;
  const names = (await readdir(exampleFolder)).filter((name) => name.endsWith('.csv'));
  const files = await Promise.all(names.map((name) => readFile(join(exampleFolder, name), 'utf8')));
  const cases = files.flatMap((text) => {
    const [header = '', first = ''] = text.split(/\r?\n/);
    const delimiter = header.includes(';') ? ';' : ',';
    const cells = first.split(delimiter);
    return cells.flatMap((_, column) =>
      CELLS.map((cell) => {
        const line = cells.with(column, `"${cell}"`).join(delimiter);
        return { route, ...upload({ content: `${header}\n${line}\n` }) };
      }),
    );
  });
  expect(cases.length).toBeGreaterThan(1_000);
  const wrong = await probe.wrongAnswers(cases);
  expect(wrong.filter((told) => !told.startsWith('saved: import_file'))).toEqual([]);
});

test('any bytes at all are read or refused', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array)),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(`${HEADER}${text}`)),
    fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.concat([Buffer.from(HEADER), array])),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), bytes, async (route, content) => {
      expect(await probe.unclearAnswers([{ route, ...upload({ content }) }])).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
