// Exports the ledger of a region and tells how that went: exporter.ts REGION FORMAT ROWS.
import 'reflect-metadata';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ledgerCells, ledgerColumns } from '../../src/grants/ledger.pages.js';
import { LedgerQueries } from '../../src/grants/ledger.queries.js';
import { messages } from '../../src/messages.js';
import { readConfig } from '../../src/platform/config/config.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import type { Cell } from '../../src/platform/files/cell.js';
import { csvLines } from '../../src/platform/files/csv-file.js';
import { xlsxFile } from '../../src/platform/files/xlsx-file.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';
import { type Actor, systemActor } from '../../src/shared/actor.js';
import { conversationsDuring } from '../../test/support/statements.js';

const [region, format, atMost] = process.argv.slice(2) as [string, 'csv' | 'xlsx' | 'exceljs', string];
const FILTER = { year: 2026 };
const MB = 2 ** 20;
const FORMATS = { text: '@', cents: '€ #,##0.00', integer: '0', date: 'dd-mm-yyyy' };

const config = readConfig({ DATABASE_URL: process.env['DATABASE_URL'], LOCAL_MODE: 'true', PORT: '0' });
const source = await new DataSource(dataSourceOptions(config) as DataSourceOptions).initialize();
const ledger = new LedgerQueries(new Database(source));
const actor: Actor = { ...systemActor, role: 'finance', regionId: region };
const t = createTranslator(messages)('nl');
const columns = ledgerColumns(t);
const upTo = await ledger.mark(actor);
let rows = 0;

const sql = await wholeQuery();
const before = process.memoryUsage.rss();
let peak = before;
const start = performance.now();
for await (const piece of file()) if (piece !== null) peak = Math.max(peak, process.memoryUsage.rss());
const perSecond = (rows / (performance.now() - start)) * 1000;
await source.destroy();
console.log(
  JSON.stringify({ rows, perSecond, before: Math.round(before / MB), peak: Math.round(peak / MB), sql }),
);

function file(): Readable {
  if (format === 'csv')
    return csvLines(
      columns.map(({ header }) => header),
      cells(),
    );
  return format === 'xlsx' ? xlsxFile({ name: 'Grootboek', columns, totals: true }, cells()) : withExcelJs();
}

async function* cells(): AsyncGenerator<Cell[][]> {
  const cellsOf = ledgerCells(t);
  for await (const batch of ledger.inTurn(actor, FILTER, upTo)) {
    rows += batch.length;
    yield batch.map(cellsOf);
    if (rows >= Number(atMost)) return;
  }
}

function withExcelJs(): Readable {
  const output = new PassThrough();
  writeWorkbook(output).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function writeWorkbook(stream: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const worksheet = workbook.addWorksheet('Grootboek');
  worksheet.columns = columns.map(({ header, width, kind }) => ({
    ...{ header, width },
    style: { numFmt: FORMATS[kind] },
  }));
  for await (const batch of cells()) {
    for (const row of batch) worksheet.addRow(row.map(plainValue)).commit();
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  await workbook.commit();
}

function plainValue(cell: Cell): string | number | Date | null {
  if (cell === null) return null;
  if (cell.kind === 'cents') return Number(cell.value) / 100;
  return cell.kind === 'date' ? new Date(cell.value) : cell.value;
}

/** What the export reads, as one query without its end. */
async function wholeQuery(): Promise<string> {
  const said = await conversationsDuring(async () => {
    for await (const batch of ledger.inTurn(actor, FILTER, upTo)) if (batch.length > 0) break;
  });
  const copied = said.flat().find((statement) => statement.sql.includes('from ledger_entry'))!.sql;
  return copied.replace('copy (', '').replace(/ limit '\d+'\) to stdout$/, '');
}
