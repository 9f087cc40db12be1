import {
  PdfPage,
  type PdfStructure,
  type TextBox,
  writeDecoration,
  writeText,
} from '../platform/files/pdf-page.js';

/** A yearly statement on paper: what is said of the scheme, and a table of one line per grant with totals under it. */
export interface StatementPaper {
  readonly title: string;
  readonly regionName: string;
  readonly madeAt: Date;
  /** Whether it is a draft, and the details of the scheme. */
  readonly lines: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
}

const INK = '#1c262d';
const LINE = '#8a979f';
// A4 in points.
const PAGE = { left: 40, right: 555, top: 40, bottom: 802 };
const WIDTHS = [109, 78, 78, 78, 78, 94];
const HEADER_HEIGHT = 78;
const ROW_HEIGHT = 34;

/** Writes the statement in Dutch as a tagged PDF (PDF/A-2a), on as many pages as it takes; a stream of bytes. */
export function writeStatement(paper: StatementPaper): PdfPage {
  const { title, regionName: author, madeAt: createdAt } = paper;
  const page = new PdfPage({ title, author, locale: 'nl', createdAt });
  const root = page.struct('Document');
  page.addStructure(root);
  let y = writeText(page, root, 'H1', { ...whole, ...box(title, 'semibold', 20, PAGE.top, 50) }) + 6;
  for (const line of [paper.regionName, ...paper.lines])
    y = writeText(page, root, 'P', { ...whole, ...box(line, 'regular', 10, y, 40) }) + 2;
  writeTable(page, root, paper, y + 12);
  root.end();
  page.end();
  return page;
}

function writeTable(page: PdfPage, root: PdfStructure, paper: StatementPaper, top: number): void {
  const table = page.struct('Table');
  root.add(table);
  let y = writeRow(page, table, paper.headers, top, HEADER_HEIGHT, 'header');
  for (const [index, row] of [...paper.rows, paper.totals].entries()) {
    if (y + ROW_HEIGHT > PAGE.bottom) {
      page.addPage();
      y = PAGE.top;
    }
    y = writeRow(page, table, row, y, ROW_HEIGHT, index === paper.rows.length ? 'total' : 'grant');
  }
  table.end();
}

function writeRow(
  page: PdfPage,
  table: PdfStructure,
  cells: readonly string[],
  y: number,
  height: number,
  kind: 'header' | 'grant' | 'total',
): number {
  const row = page.struct('TR');
  table.add(row);
  cells.forEach((text, index) => {
    const x = WIDTHS.slice(0, index).reduce((left, width) => left + width, PAGE.left);
    const font = kind === 'grant' ? 'regular' : 'semibold';
    const isHeading = kind === 'header' || index === 0;
    writeText(page, row, isHeading ? 'TH' : 'TD', {
      ...box(text, font, 9, y + 5, height - 8),
      ...{ x: x + 3, width: WIDTHS[index]! - 6 },
    });
  });
  row.end();
  writeDecoration(page, LINE, [[PAGE.left, y + height, PAGE.right - PAGE.left, 0.5]]);
  return y + height;
}

function box(
  text: string,
  font: TextBox['font'],
  size: number,
  y: number,
  height: number,
): Omit<TextBox, 'x' | 'width'> {
  return { text, font, size, y, height, colour: INK };
}

const whole = { x: PAGE.left, width: PAGE.right - PAGE.left };
