import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { Cell } from '../../src/platform/files/cell.js';
import { ZipArchive } from '../../src/platform/files/zip-archive.js';
import { xlsxFile, type XlsxSheet } from '../../src/platform/files/xlsx-file.js';

const sheet: XlsxSheet = {
  name: 'Realisatie',
  columns: [
    { header: 'Omschrijving', width: 40, kind: 'text' },
    { header: 'Bedrag', width: 14, kind: 'cents' },
    { header: 'Aantal', width: 8, kind: 'integer' },
    { header: 'Datum', width: 12, kind: 'date' },
  ],
  totals: true,
};

function row(text: string, cents: bigint, count = 1, date = '2027-01-14'): Cell[] {
  return [
    { kind: 'text', value: text },
    { kind: 'cents', value: cents },
    { kind: 'integer', value: count },
    { kind: 'date', value: date },
  ];
}

async function read(
  rows: readonly (readonly Cell[])[],
  changes: Partial<XlsxSheet> = {},
): Promise<ExcelJS.Worksheet> {
  const bytes = await buffer(xlsxFile({ ...sheet, ...changes }, rows));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer);
  const [worksheet] = workbook.worksheets;
  if (worksheet === undefined) throw new Error('the workbook has no sheet');
  return worksheet;
}

describe('a workbook', () => {
  it('holds texts, amounts, counts and dates as what they are', async () => {
    const worksheet = await read([row('Zaal Zuid', 123450n, 12)]);
    expect(worksheet.getRow(2).values).toEqual([
      undefined,
      'Zaal Zuid',
      1234.5,
      12,
      new Date('2027-01-14T00:00:00Z'),
    ]);
  });

  it('shows amounts in euros and dates the Dutch way', async () => {
    const worksheet = await read([row('Zaal Zuid', 123450n)]);
    expect([2, 4].map((column) => worksheet.getCell(2, column).numFmt)).toEqual(['€ #,##0.00', 'dd-mm-yyyy']);
  });

  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '{=1}', '1234', '<b> & </b>', '😀 ليلى', 'a\nb'])(
    'keeps the text %j a text',
    async (value) => {
      const cell = (await read([row(value, 0n)])).getCell('A2');
      expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, value]);
    },
  );

  it('has a bold header that stays in view', async () => {
    const worksheet = await read([row('a', 1n)]);
    expect(worksheet.getRow(1).getCell(2).value).toBe('Bedrag');
    expect(worksheet.getCell('A1').font.bold).toBe(true);
    expect(worksheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
  });

  it('filters the rows but not the totals', async () => {
    expect((await read([row('a', 1n), row('b', 2n)])).autoFilter).toBe('A1:D3');
  });

  it('adds every column of amounts with a formula and shows its result', async () => {
    const worksheet = await read([row('a', 10n), row('b', 20n), row('c', -5n)]);
    expect(worksheet.getCell('B5').value).toEqual({ formula: 'SUM(B2:B4)', result: 0.25 });
    expect(worksheet.getCell('B5').numFmt).toBe('€ #,##0.00');
  });

  it('adds to the cent, however many rows there are', async () => {
    const amounts = fc.array(fc.bigInt({ min: -10_000_000_00n, max: 10_000_000_00n }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(amounts, async (cents) => {
        const worksheet = await read(cents.map((value) => row('a', value)));
        const total = cents.reduce((sum, value) => sum + value, 0n);
        expect(worksheet.getCell(`B${cents.length + 2}`).result).toBe(Number(total) / 100);
      }),
      { numRuns: 15 },
    );
  });

  it('has no totals where none are asked', async () => {
    expect((await read([row('a', 1n)], { totals: false })).rowCount).toBe(2);
  });

  it('has no totals over nothing', async () => {
    expect((await read([])).rowCount).toBe(1);
  });

  it('leaves an empty cell empty', async () => {
    expect((await read([[{ kind: 'text', value: 'a' }, null, null, null]])).getCell('B2').value).toBeNull();
  });

  it('gives a sheet a name that Excel accepts', async () => {
    const worksheet = await read([], { name: "Kosten 2027/2028: [regio] d'Almere en omstreken" });
    expect(worksheet.name).toBe('Kosten 2027 2028   regio  d Alm');
  });

  it('goes on on a next sheet, with a header and totals of its own, where Excel takes no more rows', async () => {
    const rows = Array<Cell[]>(1_048_002).fill([{ kind: 'cents', value: 1n }]);
    const columns = [{ header: 'Bedrag', width: 14, kind: 'cents' as const }];
    const archive = new ZipArchive(await buffer(xlsxFile({ ...sheet, columns }, rows)), 2 ** 28);
    const first = archive.text('xl/worksheets/sheet1.xml')!;
    const second = archive.text('xl/worksheets/sheet2.xml');
    expect(archive.names.filter((name) => name.includes('sheets/'))).toHaveLength(2);
    expect(first.slice(-600)).toContain('<f>SUM(A2:A1048001)</f><v>10480</v>');
    expect(second).toContain('Bedrag');
    expect(second).toContain('<f>SUM(A2:A3)</f><v>0.02</v>');
    expect(archive.text('xl/workbook.xml')).toContain('name="Realisatie 2"');
  });

  it('is the same to the byte when it is made again', async () => {
    const made = () => buffer(xlsxFile(sheet, [row('a', 1n), row('b', 2n)]));
    expect(await made()).toEqual(await made());
  });

  it('fails with the error of its rows', async () => {
    async function* broken(): AsyncGenerator<Cell[][]> {
      yield [row('a', 1n)];
      throw new Error('the database went away');
    }
    await expect(buffer(xlsxFile(sheet, broken()))).rejects.toThrow('the database went away');
  });

  it('stops reading its rows when the receiver goes away', async () => {
    let stop: () => void;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    async function* endless(): AsyncGenerator<Cell[][]> {
      try {
        for (let count = 1; ; count += 1) {
          yield [row(`rij ${count} ${Math.sin(count)}`, BigInt(count))];
          if (count % 100 === 0) await new Promise(setImmediate);
        }
      } finally {
        stop();
      }
    }
    for await (const chunk of xlsxFile(sheet, endless())) if (chunk !== null) break;
    await expect(stopped).resolves.toBeUndefined();
  });
});
