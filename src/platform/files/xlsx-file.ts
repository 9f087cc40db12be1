import { Readable } from 'node:stream';
import type { Cell } from './cell.js';
import { batchesOf, inPieces, type Rows } from './rows.js';
import { escaped, stylesXml, XlsxSheetWriter, type XlsxColumn } from './xlsx-sheet.js';
import { zipFile, type StreamedMember } from './zip-file.js';

/** `totals` adds a row with the sum of every cents column. */
export interface XlsxSheet {
  name: string;
  columns: readonly XlsxColumn[];
  totals: boolean;
}

// Excel takes 1,048,576 rows on a sheet; what is more goes on on a next one.
const ROWS_PER_SHEET = 1_048_000;
/** No moment of making stands in the file: the same rows give the same bytes. */
const NO_DATE = '1980-01-01';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Streams a workbook with real dates and numbers, so that a reader can sort and add. Texts are never formulas. Rows are
 * read as fast as they are received; destroying the stream ends the reading of the rows, and an error in the rows
 * arrives as the stream's error.
 */
export function xlsxFile(sheet: XlsxSheet, rows: Rows): Readable {
  return Readable.from(zipFile(partsOf(sheet, rows)), { objectMode: false });
}

async function* partsOf(sheet: XlsxSheet, rows: Rows): AsyncGenerator<StreamedMember> {
  let sheets = 0;
  for await (const content of sheetsOf(sheet, rows))
    yield { name: `xl/worksheets/sheet${++sheets}.xml`, date: NO_DATE, content };
  for (const [name, xml] of Object.entries(fixedParts(sheetName(sheet.name), sheets)))
    yield { name, date: NO_DATE, content: [DECLARATION + xml] };
}

/** The content of each sheet, to be read before the next is asked for. */
async function* sheetsOf(sheet: XlsxSheet, rows: Rows): AsyncGenerator<AsyncIterable<string>> {
  const deal = new Deal(rows);
  try {
    do yield oneSheet(sheet, deal);
    while (deal.hasMore);
  } finally {
    await deal.end();
  }
}

async function* oneSheet({ columns, totals }: XlsxSheet, deal: Deal): AsyncGenerator<string> {
  const writer = new XlsxSheetWriter(columns);
  yield DECLARATION + writer.head();
  yield* inPieces(deal.rowsOfSheet(), (row) => writer.next(row));
  yield writer.foot(totals);
}

/** Deals rows out over as many sheets as they need. */
class Deal {
  private readonly batches: AsyncIterator<Iterable<readonly Cell[]>>;
  private left: (readonly Cell[])[] = [];

  constructor(rows: Rows) {
    this.batches = batchesOf(rows);
  }

  get hasMore(): boolean {
    return this.left.length > 0;
  }

  /** Rows until the sheet is full; whether there are more is known then. */
  async *rowsOfSheet(): AsyncGenerator<Iterable<readonly Cell[]>> {
    for (let room = ROWS_PER_SHEET; await this.fill();) {
      if (room === 0) return;
      const rows = this.left.splice(0, room);
      room -= rows.length;
      yield rows;
    }
  }

  private async fill(): Promise<boolean> {
    while (!this.hasMore) {
      const next = await this.batches.next();
      if (next.done === true) return false;
      this.left = [...next.value];
    }
    return true;
  }

  async end(): Promise<void> {
    await this.batches.return?.();
  }
}

/** What stands around the sheets; the same for every file with this name and number of sheets. */
function fixedParts(name: string, sheets: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const titles = numbers.map((number) => escaped(number === 1 ? name : `${name.slice(0, 28)} ${number}`));
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${numbers.map((number) => part(`worksheets/sheet${number}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${titles.map((title, index) => `<sheet name="${title}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      numbers
        .map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
        .join('') + relation(`rId${sheets + 1}`, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': stylesXml(),
  };
}

// Excel calls a file damaged when a sheet's name has one of these characters or is longer than 31.
function sheetName(name: string): string {
  return name.replace(/[*?:\\/[\]']/g, ' ').slice(0, 31);
}
