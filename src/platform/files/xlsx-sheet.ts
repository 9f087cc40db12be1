import type { Cell, CellValue } from './cell.js';

/** A column of a sheet; its width in characters. */
export interface XlsxColumn {
  readonly header: string;
  readonly width: number;
  readonly kind: CellValue['kind'];
}

/** Which style of `xlsx-styles` a cell has: those of the kinds in this order, and once more in bold. */
const KINDS = ['text', 'cents', 'integer', 'date'] as const satisfies CellValue['kind'][];
const FORMATS: Readonly<Record<CellValue['kind'], string>> = {
  text: '@',
  cents: '€ #,##0.00',
  integer: '0',
  date: 'dd-mm-yyyy',
};
const FIRST_OWN_FORMAT = 164;
const DAY = 24 * 60 * 60 * 1000;
/** Excel's day 0, for days after February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
// All but tab, line feed and carriage return of these can stand in no XML at all.
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_PLAIN = /[\u0000-\u001f&<>\ud800-\udfff\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

const styleOf = (kind: CellValue['kind'], bold = false) => KINDS.indexOf(kind) + (bold ? KINDS.length : 0);

/** The part of a workbook with its styles. */
export function stylesXml(): string {
  const formats = KINDS.map(
    (kind, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${FORMATS[kind]}"/>`,
  );
  const styles = [0, 1].flatMap((font) =>
    KINDS.map(
      (_, index) =>
        `<xf numFmtId="${FIRST_OWN_FORMAT + index}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    ),
  );
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`,
  ].join('');
}

/** Writes the rows of one sheet, from its header down to its totals. */
export class XlsxSheetWriter {
  /** Of the row that was written last, counted from 1. */
  row = 1;
  private readonly sums: bigint[];
  private readonly letters: string[];

  constructor(private readonly columns: readonly XlsxColumn[]) {
    this.sums = columns.map(() => 0n);
    this.letters = columns.map((_, index) => letterOf(index));
  }

  /** Everything above the first row: the header stays in view. */
  head(): string {
    const widths = this.columns.map(
      ({ width, kind }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(kind)}" customWidth="1"/>`,
    );
    const header = this.columns.map(({ header: text }, index) =>
      this.text(index, text, styleOf('text', true)),
    );
    return [
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">',
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`,
    ].join('');
  }

  /** The next row. */
  next(cells: readonly Cell[]): string {
    this.row += 1;
    let xml = `<row r="${this.row}">`;
    for (let index = 0; index < cells.length; index++) xml += this.cell(index, cells[index] ?? null);
    return `${xml}</row>`;
  }

  /** Everything below the last row: with totals where they are asked and there is something to add, and a filter over the rows. */
  foot(totals: boolean): string {
    const last = this.row;
    const sums = totals && last > 1 ? this.totals(last) : '';
    const filter = `<autoFilter ref="A1:${this.letters.at(-1) ?? 'A'}${last}"/>`;
    return `${sums}</sheetData>${filter}</worksheet>`;
  }

  private totals(last: number): string {
    const cells = this.columns.map(({ kind }, index) => {
      if (kind !== 'cents') return '';
      const letter = this.letters[index]!;
      // The result is stored beside the formula for readers that do not calculate, such as a mail preview.
      return `<c r="${letter}${last + 1}" s="${styleOf('cents', true)}"><f>SUM(${letter}2:${letter}${last})</f><v>${euros(this.sums[index]!)}</v></c>`;
    });
    return `<row r="${last + 1}">${cells.join('')}</row>`;
  }

  private cell(index: number, cell: Cell): string {
    if (cell === null) return '';
    switch (cell.kind) {
      case 'text':
        return this.text(index, cell.value, styleOf('text'));
      case 'cents':
        this.sums[index]! += cell.value;
        return this.number(index, 'cents', euros(cell.value));
      case 'integer':
        return this.number(index, 'integer', cell.value);
      case 'date':
        // Excel knows no zone: it counts days.
        return this.number(index, 'date', (Date.parse(cell.value) - DAY_ZERO) / DAY);
    }
  }

  private number(index: number, kind: CellValue['kind'], value: number): string {
    return `<c r="${this.letters[index]!}${this.row}" s="${styleOf(kind)}"><v>${value}</v></c>`;
  }

  /** A text that stands in its cell, which no program takes for a formula. */
  private text(index: number, text: string, style: number): string {
    return `<c r="${this.letters[index]!}${this.row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  }
}

/** A text as XML can hold it. */
export function escaped(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replaceAll(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function euros(cents: bigint): number {
  return Number(cents) / 100;
}

/** The name of a column, counted from 0: 0 is A, 26 is AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
