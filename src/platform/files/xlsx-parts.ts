import { SaxesParser } from 'saxes';
import type { Line } from './csv-lines.js';
import { dateText, isDateFormat } from './xlsx-dates.js';
import { ZipError } from './zip-archive.js';

/** Columns to the right of these are no part of a list. */
const MAX_COLUMNS = 100;

type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Names come without their prefix: which one stands before them differs by the program that wrote the file. */
function parseXml(xml: string, { open, text, close }: Handlers): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('text', (found) => text?.(found));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  parser.on('error', () => {
    throw new ZipError('damaged');
  });
  parser.write(xml).close();
}

/** The sheets that are not hidden, in the order of their tabs, with where each stands in the archive. */
export function parseSheetNames(book: string, relations: string): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  parseXml(relations, {
    open: (tag, { Id, Target }) => {
      if (tag === 'Relationship' && Id && Target) targets.set(Id, Target);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  parseXml(book, {
    open: (tag, { name = '', state = 'visible', ...others }) => {
      const [, id] = Object.entries(others).find(([key]) => key.endsWith(':id')) ?? [];
      const target = targets.get(id ?? '');
      if (tag !== 'sheet' || state !== 'visible' || target === undefined) return;
      sheets.push({ name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    },
  });
  return sheets;
}

/** The texts that cells refer to by number. How a word is pronounced is no part of it. */
export function parseTexts(xml: string): string[] {
  const texts: string[] = [];
  const within: string[] = [];
  let text = '';
  parseXml(xml, {
    open: (tag) => {
      if (tag === 'si') text = '';
      within.push(tag);
    },
    text: (found) => {
      if (within.at(-1) === 't' && !within.includes('rPh')) text += found;
    },
    close: (tag) => {
      within.pop();
      if (tag === 'si') texts.push(text);
    },
  });
  return texts;
}

/** What is the same for all sheets of a workbook. */
export interface Workbook {
  /** The texts that cells refer to by number. */
  readonly texts: readonly string[];
  /** The styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>;
  /** Whether days are counted from 1904, as Excel for Mac once did. */
  readonly from1904: boolean;
}

/** Whether a workbook counts its days from 1904. */
export function parseFrom1904(book: string): boolean {
  let found = false;
  parseXml(book, {
    open: (tag, { date1904 }) => {
      if (tag === 'workbookPr') found = date1904 === '1' || date1904 === 'true';
    },
  });
  return found;
}

/** The numbers of the styles in which a number is a date or a time. */
export function parseDateStyles(xml: string): Set<number> {
  const codes = new Map<string, string>();
  const styles: string[] = [];
  let inCells = false;
  parseXml(xml, {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      if (tag === 'numFmt') codes.set(numFmtId, formatCode);
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) styles.push(numFmtId);
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return new Set(styles.flatMap((id, style) => (isDateFormat(Number(id), codes.get(id)) ? [style] : [])));
}

/** The lines of a sheet that show something, at most so many; a text that stands in merged cells counts for each of their rows. */
export function parseSheet(xml: string, workbook: Workbook, maxLines: number): Line[] {
  const reading = new SheetReading(workbook, maxLines);
  parseXml(xml, {
    open: (tag, attributes) => reading.open(tag, attributes),
    text: (found) => reading.text(found),
    close: (tag) => reading.close(tag),
  });
  return reading.lines();
}

class SheetReading {
  private readonly rows = new Map<number, string[]>();
  private row = 0;
  private hidden = false;
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private tag = '';

  constructor(
    private readonly workbook: Workbook,
    private readonly maxLines: number,
  ) {}

  open(tag: string, attributes: Attributes): void {
    this.tag = tag;
    if (tag === 'row') this.openRow(attributes);
    else if (tag === 'c') this.openCell(attributes);
    else if (tag === 'mergeCell') this.fillDown(attributes['ref'] ?? '');
  }

  text(found: string): void {
    // A value, or a text that stands in the cell itself; not the formula beside it.
    if (this.tag === 'v' || this.tag === 't') this.value += found;
  }

  close(tag: string): void {
    this.tag = '';
    if (tag === 'c') this.closeCell();
  }

  lines(): Line[] {
    return [...this.rows]
      .map(([line, cells]) => ({ line, cells: Array.from(cells, (cell = '') => cell) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  }

  private openRow({ r, hidden }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r);
    this.hidden = hidden === '1' || hidden === 'true';
    this.column = 0;
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : placeOf(r).column;
    this.type = t;
    this.style = Number(s);
    this.value = '';
  }

  private closeCell(): void {
    const text = this.shown();
    if (text.trim() === '' || this.hidden || this.column < 1 || this.column > MAX_COLUMNS) return;
    const cells = this.rows.get(this.row);
    if (cells) cells[this.column - 1] = text;
    else if (this.rows.size < this.maxLines) {
      const fresh: string[] = [];
      fresh[this.column - 1] = text;
      this.rows.set(this.row, fresh);
    }
  }

  private shown(): string {
    const { texts, dateStyles, from1904 } = this.workbook;
    if (this.type === 's') return texts[Number(this.value)] ?? '';
    const isDate = this.type === 'n' && this.value !== '' && dateStyles.has(this.style);
    return (isDate ? dateText(Number(this.value), from1904) : null) ?? this.value;
  }

  private fillDown(range: string): void {
    const [first, last] = range.split(':').map(placeOf);
    const text = first && this.rows.get(first.row)?.[first.column - 1];
    if (!text || !last) return;
    for (const [row, cells] of this.rows)
      if (row > first.row && row <= last.row) cells[first.column - 1] = text;
  }
}

/** Where a cell stands, both counted from 1: 'C12' is column 3 of row 12. */
function placeOf(reference: string): { column: number; row: number } {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}
