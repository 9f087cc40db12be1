import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { csvLines } from '../../src/platform/files/csv-file.js';
import { MAX_ROWS, readTable, type Table } from '../../src/imports/csv-reading.js';
import { columnName } from '../../src/imports/checking.js';
import { wordList, yesNo } from '../../src/imports/columns.js';

/** What a person can type into a cell: no control characters and not just an apostrophe before a formula. */
const cell = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replaceAll(/\p{Cc}/gu, ''))
  .filter((text) => !/^'[=+\-@]/.test(text));
const filled = cell.filter((text) => text.trim() !== '');
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    header: fc.array(
      // A separator inside a quoted header must not be taken for one of the file.
      filled.filter((text) => !/[;,\t"]/.test(text)),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(
      fc.tuple(filled, ...Array.from({ length: width - 1 }, () => cell)).map((row) => [...row]),
      { maxLength: 6 },
    ),
  }),
);

async function bytesOf(lines: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of lines) parts.push(Buffer.from(part as string));
  return Buffer.concat(parts);
}

function read(bytes: Uint8Array): Table {
  const result = readTable(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

const cellsOf = ({ header, lines }: Table) => [header.cells, ...lines.map(({ cells }) => cells)];

test('what we write for Dutch Excel we read back cell by cell', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ header, rows }) => {
      const cells = rows.map((row) => row.map((value) => ({ kind: 'text', value }) as const));
      const table = read(await bytesOf(csvLines(header, cells)));
      expect(cellsOf(table)).toEqual([header, ...rows]);
    }),
  );
});

test('commas, semicolons and tabs are all read, with any line end and with or without byte order mark', () => {
  const forms = fc.record({
    delimiter: fc.constantFrom(';', ',', '\t'),
    record_delimiter: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    quoted: fc.boolean(),
  });
  const wide = tables.filter(({ header }) => header.length > 1);
  fc.assert(
    fc.property(wide, forms, ({ header, rows }, form) => {
      const table = read(Buffer.from(stringify([header, ...rows], form)));
      expect(cellsOf(table)).toEqual([header, ...rows]);
    }),
  );
});

test('any bytes at all give a table or a fault, never an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(typeof readTable(bytes).ok).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});

test('every line keeps the number it has in the file, past blank lines and line ends within quotes', () => {
  const text = 'a;b\n\n1;"x\ny"\n;\n2;z\n';
  expect(read(Buffer.from(text)).lines.map(({ line }) => line)).toEqual([3, 6]);
});

test('more rows than allowed are refused and exactly as many are read', () => {
  const rows = (count: number) => Buffer.from(`a;b\n${'1;2\n'.repeat(count)}`);
  expect(read(rows(MAX_ROWS)).lines).toHaveLength(MAX_ROWS);
  expect(readTable(rows(MAX_ROWS + 1)).ok).toBe(false);
});

test('columns that Excel left empty at the end do not count', () => {
  expect(cellsOf(read(Buffer.from('a;b;;\n1;2;;\n')))).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a column is known whatever stands between its words', () => {
  expect(['Contact e-mail', 'CONTACT_E_MAIL', ' contact-e mail '].map(columnName)).toEqual(
    Array(3).fill('contact_e_mail'),
  );
});

test('ja and nee are known in any case and nothing else is', () => {
  expect([yesNo.parse('JA'), yesNo.parse('nee')]).toEqual([true, false]);
  expect(['yes', '1', '', 'jaja'].filter((word) => yesNo.safeParse(word).success)).toEqual([]);
});

test('words are separated by bars, each once, and an empty cell has none', () => {
  expect(wordList.parse(' docent |boa|docent||')).toEqual(['docent', 'boa']);
  expect(wordList.parse('  ')).toEqual([]);
});
