import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readWorkbook, type WorkbookRead } from '../../src/platform/files/xlsx-lines.js';

async function bytesOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const sheetOf = (fill: (sheet: ExcelJS.Worksheet) => void) =>
  bytesOf((book) => fill(book.addWorksheet('Lijst')));

function cellsOf(read: WorkbookRead): (readonly string[])[] {
  if (!read.ok) throw new Error(read.problem);
  return read.lines.map(({ cells }) => cells);
}

/** A ZIP file with these entries, each compressed. */
function zipOf(entries: Readonly<Record<string, string | Buffer>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    // What it says of its own size: a lie.
    entry.writeUInt32LE(1, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    const file = Buffer.concat([header, Buffer.from(name), packed]);
    files.push(file);
    directory.push(entry, Buffer.from(name));
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const book = `<workbook xmlns:r="x"><sheets><sheet name="Lijst" r:id="r1"/></sheets></workbook>`;
const relations = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`;
const workbookWith = (sheet: string, others: Readonly<Record<string, string | Buffer>> = {}) =>
  zipOf({
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet1.xml': sheet,
    ...others,
  });

test('a date or a time reads as one, in any format that shows it so, and other numbers stay numbers', async () => {
  const at = new Date(Date.UTC(2026, 10, 12, 9, 30));
  const day = new Date(Date.UTC(2026, 10, 12));
  const formats: [value: ExcelJS.CellValue, format: string, shown: string][] = [
    [day, 'dd-mm-yyyy', '12-11-2026'],
    [day, '[$-413]d mmmm yyyy;@', '12-11-2026'],
    [at, 'd/m/yy h:mm', '12-11-2026 09:30'],
    [0.396, 'h:mm', '09:30'],
    [46_338, 'General', '46338'],
    [46_338, '0 "dagen"', '46338'],
    [46_338, '[Red]#,##0', '46338'],
    [-1, 'dd-mm-yyyy', '-1'],
  ];
  const fill = (sheet: ExcelJS.Worksheet) =>
    formats.forEach(([value, format], index) => {
      const cell = sheet.getCell(index + 1, 1);
      cell.value = value;
      cell.numFmt = format;
    });
  const shown = formats.map(([, , text]) => [text]);
  expect(cellsOf(readWorkbook(await sheetOf(fill), 20))).toEqual(shown);
  const from1904 = await bytesOf((workbook) => {
    workbook.properties.date1904 = true;
    fill(workbook.addWorksheet('Lijst'));
  });
  expect(cellsOf(readWorkbook(from1904, 20)).slice(0, 3)).toEqual(shown.slice(0, 3));
});

test('what Excel keeps as texts is read back cell by cell, with the numbers of its rows', async () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((each) => each.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ''));
  const rows = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const read = readWorkbook(
        await sheetOf((sheet) => table.forEach((row) => sheet.addRow([...row]))),
        100,
      );
      const shown = table
        .map((row, index) => ({ line: index + 1, cells: [...row] }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
      const found = read.ok ? read.lines : [];
      expect(
        found.map(({ line, cells }) => ({
          line,
          cells: [0, 1, 2].map((column) => (cells[column] ?? '').trim()),
        })),
      ).toEqual(shown.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) })));
    }),
    { numRuns: 60 },
  );
});

test('links, texts with a layout, results of formulas and numbers are read as one sees them', async () => {
  const read = readWorkbook(
    await sheetOf((sheet) => {
      sheet.addRow([
        { text: 'jip@school.example.nl', hyperlink: 'mailto:jip@school.example.nl' },
        { richText: [{ text: 'Jip ' }, { text: 'Jansen', font: { bold: true } }] },
        { formula: 'A1', result: 'uitkomst' },
        { formula: 'VLOOKUP(1,A1,1)', result: { error: '#N/A' } },
        42,
      ]);
    }),
    100,
  );
  expect(cellsOf(read)).toEqual([['jip@school.example.nl', 'Jip Jansen', 'uitkomst', '#N/A', '42']]);
});

test('a text in merged cells counts for every row of them', async () => {
  const read = readWorkbook(
    await sheetOf((sheet) => {
      sheet.addRows([
        ['Jip', 'De school'],
        ['Janneke', ''],
        ['Takkie', 'Het politiebureau'],
      ]);
      sheet.mergeCells('B1:B2');
    }),
    100,
  );
  expect(cellsOf(read)).toEqual([
    ['Jip', 'De school'],
    ['Janneke', 'De school'],
    ['Takkie', 'Het politiebureau'],
  ]);
});

test('hidden sheets, hidden rows and empty sheets are passed over', async () => {
  const read = readWorkbook(
    await bytesOf((workbook) => {
      workbook.addWorksheet('Geheim', { state: 'hidden' }).addRow(['geheim']);
      workbook.addWorksheet('Leeg');
      const sheet = workbook.addWorksheet('Deelnemers');
      sheet.addRows([['Jip'], ['weggefilterd'], ['Janneke']]);
      sheet.getRow(2).hidden = true;
    }),
    100,
  );
  expect(read).toEqual({
    ok: true,
    sheet: 'Deelnemers',
    lines: [
      { line: 1, cells: ['Jip'] },
      { line: 3, cells: ['Janneke'] },
    ],
  });
});

test('more rows than allowed are refused and exactly as many are read', async () => {
  const bytes = await sheetOf((sheet) =>
    sheet.addRows(Array.from({ length: 30 }, (_, row) => [`rij ${row}`])),
  );
  expect(readWorkbook(bytes, 29)).toEqual({ ok: false, problem: 'too-many-rows' });
  expect(cellsOf(readWorkbook(bytes, 30))).toHaveLength(30);
});

test('a workbook with macros, an old or locked one, an empty one and another file are each told apart', async () => {
  const problemOf = (bytes: Buffer) => readWorkbook(bytes, 100);
  const refused = (problem: string) => ({ ok: false, problem });
  const macros = workbookWith('<worksheet/>', { 'xl/vbaProject.bin': 'x' });
  expect(problemOf(macros)).toEqual(refused('macros'));
  expect(problemOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(refused('old-or-locked'));
  expect(problemOf(workbookWith('<worksheet/>'))).toEqual(refused('empty'));
  expect(problemOf(Buffer.alloc(0))).toEqual(refused('empty'));
  expect(problemOf(zipOf({ 'word/document.xml': '<w/>' }))).toEqual(refused('not-a-workbook'));
  expect(problemOf(Buffer.from('%PDF-1.7'))).toEqual(refused('not-a-workbook'));
  expect(problemOf(workbookWith('<worksheet><sheetData>'))).toEqual(refused('damaged'));
});

test('a file that unpacks to far more than it says is refused before it is unpacked', () => {
  const bomb = workbookWith('<worksheet/>', { 'xl/sharedStrings.xml': Buffer.alloc(64 * 1024 * 1024, ' ') });
  expect(bomb.length).toBeLessThan(100_000);
  expect(readWorkbook(bomb, 100)).toEqual({ ok: false, problem: 'too-large' });
});

test('a name and a merge that cover whole columns hold nothing up', () => {
  const cell = '<c r="A1" t="inlineStr"><is><t>Jip</t></is></c>';
  const sheet = `<worksheet><sheetData><row r="1">${cell}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`;
  const named = book.replace(
    '</workbook>',
    '<definedNames><definedName name="alles">Lijst!$A$1:$XFD$1048576</definedName></definedNames></workbook>',
  );
  const started = performance.now();
  expect(cellsOf(readWorkbook(workbookWith(sheet, { 'xl/workbook.xml': named }), 100))).toEqual([['Jip']]);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('any damage to a file gives lines or a problem, never an error', async () => {
  const whole = await sheetOf((sheet) =>
    sheet.addRows([
      ['naam', 'e-mail'],
      ['Jip', 'jip@school.example.nl'],
    ]),
  );
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, damage) => {
      const bytes = Buffer.from(whole);
      bytes.set(damage.subarray(0, whole.length - at), at);
      expect(typeof readWorkbook(bytes, 100).ok).toBe('boolean');
      expect(typeof readWorkbook(whole.subarray(0, at), 100).ok).toBe('boolean');
    }),
    { numRuns: 400 },
  );
});
