import {
  PdfPage,
  type PdfStructure,
  type TextBox,
  writeDecoration,
  writeQrCode,
  writeText,
} from '../platform/files/pdf-page.js';
import type { Locale } from '../shared/locale.js';

/** A list on paper of who is expected, to be signed: a part of it for every day, in the reader's language. */
export interface SignInSheet {
  readonly title: string;
  readonly regionName: string;
  readonly locale: Locale;
  readonly printedAt: Date;
  readonly days: readonly SheetDay[];
  readonly labels: {
    readonly nameColumn: string;
    readonly codeColumn: string;
    /** Of the lines for people who are not on the list. */
    readonly walkIn: string;
  };
}

export interface SheetDay {
  readonly heading: string;
  /** Where and by whom. */
  readonly lines: readonly string[];
  /** Above each column for a signature: 'Dagdeel 1, 09:30–12:30'. */
  readonly parts: readonly string[];
  readonly people: readonly SheetPerson[];
}

export interface SheetPerson {
  readonly name: string;
  readonly organisation: string;
  /** What the QR code holds, and what a screen reader says of it. */
  readonly code: { readonly url: string; readonly description: string };
}

const INK = '#1c262d';
const MUTED = '#4a5860';
const LINE = '#8a979f';

// A4 in points.
const PAGE = { left: 40, right: 555, top: 40, bottom: 802 };
const NAME_WIDTH = 190;
const CODE_WIDTH = 66;
const CODE_SIDE = 54;
const HEADER_HEIGHT = 30;
const ROW_HEIGHT = 62;
/** Lines for people who come without being on the list. */
const WALK_INS = 3;

/** Writes the sheet as a tagged PDF (PDF/A-2a), a table for each day and as many pages as it takes; a stream of bytes. */
export function writeSignInSheet(sheet: SignInSheet): PdfPage {
  const { title, regionName, locale, printedAt } = sheet;
  const page = new PdfPage({ title, author: regionName, locale, createdAt: printedAt });
  const root = page.struct('Document');
  page.addStructure(root);
  sheet.days.forEach((day, index) => {
    if (index > 0) page.addPage();
    writeDay(page, root, sheet, day, index === 0);
  });
  root.end();
  page.end();
  return page;
}

function writeDay(
  page: PdfPage,
  root: PdfStructure,
  sheet: SignInSheet,
  day: SheetDay,
  isFirst: boolean,
): void {
  let y = PAGE.top;
  if (isFirst) y = writeText(page, root, 'H1', strong(sheet.title, 20, y, 50)) + 4;
  y =
    writeText(
      page,
      root,
      'H2',
      strong(isFirst ? day.heading : `${day.heading} – ${sheet.title}`, 14, y, 36),
    ) + 2;
  for (const line of day.lines) y = writeText(page, root, 'P', plain(line, 10, y, 24, MUTED)) + 1;
  const table = page.struct('Table');
  root.add(table);
  y = writeHeader(page, table, sheet, day, y + 8);
  const walkIn = { name: sheet.labels.walkIn, organisation: '', code: null };
  for (const person of [...day.people, ...Array.from({ length: WALK_INS }, () => walkIn)]) {
    if (y + ROW_HEIGHT > PAGE.bottom) {
      page.addPage();
      y = PAGE.top;
    }
    writeRow(page, table, day, person, y);
    y += ROW_HEIGHT;
  }
  table.end();
}

function writeHeader(
  page: PdfPage,
  table: PdfStructure,
  { labels }: SignInSheet,
  day: SheetDay,
  y: number,
): number {
  const row = page.struct('TR');
  table.add(row);
  const titles = [labels.nameColumn, ...day.parts, labels.codeColumn];
  columnsOf(day).forEach(({ x, width }, index) =>
    writeText(page, row, 'TH', {
      ...strong(titles[index]!, 10, y, HEADER_HEIGHT - 4),
      x: x + 4,
      width: width - 8,
    }),
  );
  row.end();
  rule(page, y + HEADER_HEIGHT);
  return y + HEADER_HEIGHT;
}

function writeRow(
  page: PdfPage,
  table: PdfStructure,
  day: SheetDay,
  { name, organisation, code }: Omit<SheetPerson, 'code'> & { readonly code: SheetPerson['code'] | null },
  top: number,
): void {
  const row = page.struct('TR');
  table.add(row);
  const columns = columnsOf(day);
  const cell = page.struct('TH');
  row.add(cell);
  const place = { x: columns[0]!.x + 4, width: NAME_WIDTH - 8 };
  const y = writeText(page, cell, 'P', { ...strong(name, 11, top + 6, 30), ...place });
  if (organisation !== '')
    writeText(page, cell, 'P', { ...plain(organisation, 9, y + 1, 22, MUTED), ...place });
  cell.end();
  for (let part = 0; part < day.parts.length; part += 1) row.add(page.struct('TD'));
  const codeCell = page.struct('TD');
  row.add(codeCell);
  const x = columns.at(-1)!.x + (CODE_WIDTH - CODE_SIDE) / 2;
  if (code)
    writeQrCode(page, codeCell, {
      ...{ content: code.url, description: code.description, x, y: top + (ROW_HEIGHT - CODE_SIDE) / 2 },
      ...{ side: CODE_SIDE, colour: INK },
    });
  codeCell.end();
  row.end();
  rule(page, top + ROW_HEIGHT);
  writeDecoration(
    page,
    LINE,
    columns.slice(1).map((column) => [column.x, top, 0.5, ROW_HEIGHT] as const),
  );
}

/** Name, a box for each part, code. */
function columnsOf({ parts }: SheetDay): readonly { readonly x: number; readonly width: number }[] {
  const room = PAGE.right - PAGE.left - NAME_WIDTH - CODE_WIDTH;
  const widths = [NAME_WIDTH, ...parts.map(() => room / parts.length), CODE_WIDTH];
  return widths.map((width, index) => ({
    width,
    x: widths.slice(0, index).reduce((x, before) => x + before, PAGE.left),
  }));
}

function rule(page: PdfPage, y: number): void {
  writeDecoration(page, LINE, [[PAGE.left, y, PAGE.right - PAGE.left, 0.5]]);
}

function strong(text: string, size: number, y: number, height: number): TextBox {
  return { ...whole, text, font: 'semibold', size, y, height, colour: INK };
}

function plain(text: string, size: number, y: number, height: number, colour: string): TextBox {
  return { ...whole, text, font: 'regular', size, y, height, colour };
}

const whole = { x: PAGE.left, width: PAGE.right - PAGE.left };
