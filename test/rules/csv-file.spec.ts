import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Cell } from '../../src/platform/files/cell.js';
import { csvLines } from '../../src/platform/files/csv-file.js';

const BOM = '\uFEFF';

async function written(
  rows: readonly (readonly Cell[])[],
  header: readonly string[] = ['Kolom'],
): Promise<string> {
  // stream/consumers.text would take the byte order mark away.
  const chunks: Buffer[] = [];
  for await (const chunk of csvLines(header, rows)) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

async function cellText(cell: Cell): Promise<string> {
  const [, line] = (await written([[cell, { kind: 'text', value: 'slot' }]], ['A', 'B'])).split('\r\n');
  return line?.replace(/;slot$/, '') ?? '';
}

describe('a CSV file for Dutch Excel', () => {
  it('starts with a byte order mark, parts by semicolon and ends lines with CRLF', async () => {
    const rows: Cell[][] = [
      [
        { kind: 'text', value: 'Zaal Zuid' },
        { kind: 'cents', value: 123450n },
        { kind: 'integer', value: 12 },
        { kind: 'date', value: '2027-01-14' },
        null,
      ],
    ];
    expect(await written(rows, ['Naam', 'Bedrag', 'Aantal', 'Datum', 'Opmerking'])).toBe(
      `${BOM}Naam;Bedrag;Aantal;Datum;Opmerking\r\nZaal Zuid;1234,50;12;14-01-2027;\r\n`,
    );
  });

  it('holds the header alone when there are no rows', async () => {
    expect(await written([])).toBe(`${BOM}Kolom\r\n`);
  });

  it.each([
    [0n, '0,00'],
    [5n, '0,05'],
    [-5n, '-0,05'],
    [-500n, '-5,00'],
    [123456789012345678901234567890n, '1234567890123456789012345678,90'],
  ])('writes %s cents as %s', async (value, expected) => {
    expect(await cellText({ kind: 'cents', value })).toBe(expected);
  });

  it.each(['=cmd()', '+31 36 000 00 00', '-voorbeeld', '@voorbeeld', '\tvoorbeeld'])(
    'puts an apostrophe before the text %j',
    async (value) => {
      expect(await cellText({ kind: 'text', value })).toBe(`'${value}`);
    },
  );

  it('puts an apostrophe before a text that starts with a carriage return', async () => {
    expect(await cellText({ kind: 'text', value: '\rvoorbeeld' })).toBe(`"'\rvoorbeeld"`);
  });

  it('guards a header as it guards a text', async () => {
    expect(await written([], ['=A1'])).toBe(`${BOM}'=A1\r\n`);
  });

  it('leaves a negative number alone', async () => {
    expect(await cellText({ kind: 'integer', value: -3 })).toBe('-3');
  });

  it('gives every text back to who reads it', async () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => !/^[=+\-@\t\r]/.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 2, maxLength: 2 }), async (values) => {
        const file = await written([values.map((value) => ({ kind: 'text', value }))], ['A', 'B']);
        expect(parse(file, { delimiter: ';', bom: true, from_line: 2 })).toEqual([values]);
      }),
    );
  });

  it('quotes a text with a quote, a semicolon or a line break', async () => {
    expect(await cellText({ kind: 'text', value: 'a "b"; c\nd' })).toBe('"a ""b""; c\nd"');
  });

  it('reads rows that arrive in batches', async () => {
    async function* rows(): AsyncGenerator<Cell[][]> {
      yield [[{ kind: 'integer', value: 1 }], [{ kind: 'integer', value: 2 }]];
      yield [];
      yield [[{ kind: 'integer', value: 3 }]];
    }
    expect(await text(csvLines(['Aantal'], rows()))).toBe('Aantal\r\n1\r\n2\r\n3\r\n');
  });

  it('fails with the error of its rows', async () => {
    const broken = Readable.from(
      (function* (): Generator<Cell[][]> {
        yield [[null]];
        throw new Error('the database went away');
      })(),
    );
    await expect(text(csvLines(['Kolom'], broken))).rejects.toThrow('the database went away');
  });

  it('stops reading its rows when the receiver goes away', async () => {
    let stopped = false;
    async function* endless(): AsyncGenerator<Cell[][]> {
      try {
        for (;;) yield [[{ kind: 'text', value: 'x'.repeat(1000) }]];
      } finally {
        stopped = true;
      }
    }
    const lines = csvLines(['Kolom'], endless());
    for await (const chunk of lines) if (chunk !== null) break;
    await new Promise(setImmediate);
    expect(stopped).toBe(true);
  });
});
