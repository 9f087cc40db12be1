import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell, CellValue } from './cell.js';

/** `width` is in characters; `totals` adds a row with the sum of every cents column. */
export interface XlsxSheet {
  name: string;
  columns: readonly { header: string; width: number; kind: CellValue['kind'] }[];
  totals: boolean;
}

type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;

const NUMBER_FORMATS: Readonly<Record<CellValue['kind'], string>> = {
  text: '@',
  cents: '€ #,##0.00',
  integer: '0',
  date: 'dd-mm-yyyy',
};

/**
 * Streams a workbook of one sheet with real dates and numbers, so that a reader can sort and add. Texts are never
 * formulas. Reading goes at the pace of the receiver; destroying the stream ends the reading of the rows, and an
 * error in the rows arrives as the stream's error.
 */
export function xlsxFile(sheet: XlsxSheet, rows: Rows): Readable {
  const output = new PassThrough();
  writeWorkbook(sheet, rows, output).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return output;
}

async function writeWorkbook(sheet: XlsxSheet, rows: Rows, output: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const worksheet = workbook.addWorksheet(sheetName(sheet.name), { views: [{ state: 'frozen', ySplit: 1 }] });
  worksheet.columns = sheet.columns.map(({ header, width, kind }) => ({
    header,
    width,
    style: { numFmt: NUMBER_FORMATS[kind] },
  }));
  const header = worksheet.getRow(1);
  header.font = { bold: true };
  header.commit();

  const sums = sheet.columns.map(() => 0n);
  let lastRow = 1;
  for await (const row of rows) {
    worksheet.addRow(row.map(excelValue)).commit();
    row.forEach((cell, column) => {
      if (cell?.kind === 'cents') sums[column] = (sums[column] ?? 0n) + cell.value;
    });
    lastRow += 1;
    if (!(await readyForMore(output))) return;
  }
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lastRow, column: sheet.columns.length } };
  if (sheet.totals && lastRow > 1) addTotals(worksheet, sheet, sums, lastRow);
  await workbook.commit();
}

function addTotals(
  worksheet: ExcelJS.Worksheet,
  sheet: XlsxSheet,
  sums: readonly bigint[],
  lastRow: number,
): void {
  const totals = worksheet.getRow(lastRow + 1);
  sheet.columns.forEach(({ kind }, index) => {
    if (kind !== 'cents') return;
    const letter = worksheet.getColumn(index + 1).letter;
    // The result is stored beside the formula for readers that do not calculate, such as a mail preview.
    totals.getCell(index + 1).value = {
      formula: `SUM(${letter}2:${letter}${lastRow})`,
      result: euros(sums[index] ?? 0n),
    };
  });
  totals.font = { bold: true };
  totals.commit();
}

function excelValue(cell: Cell): string | number | Date | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
    case 'integer':
      return cell.value;
    case 'cents':
      return euros(cell.value);
    case 'date':
      // Excel knows no zone: midnight UTC is what the writer turns into the day itself.
      return new Date(`${cell.value}T00:00:00Z`);
  }
}

function euros(cents: bigint): number {
  return Number(cents) / 100;
}

// Excel calls a file damaged when a sheet's name has one of these characters or is longer than 31.
function sheetName(name: string): string {
  return name.replace(/[*?:\\/[\]']/g, ' ').slice(0, 31);
}

// False when the receiver has gone away.
async function readyForMore(output: PassThrough): Promise<boolean> {
  if (output.writableNeedDrain) {
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]);
    waiting.abort();
  }
  return !output.destroyed;
}
