import type { Readable } from 'node:stream';
import type { Rows } from '../files/rows.js';
import { csvLines } from '../files/csv-file.js';
import { xlsxFile, type XlsxSheet } from '../files/xlsx-file.js';
import type { WebReply } from './request.js';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Answers with a CSV file of this name, of which nothing stays with the browser but what the reader saves. */
export function sendCsv(reply: WebReply, fileName: string, header: readonly string[], rows: Rows): WebReply {
  return named(reply, fileName).type(MEDIA_TYPES.csv).send(csvLines(header, rows));
}

/** Answers with the same as a workbook of one sheet. */
export function sendXlsx(reply: WebReply, fileName: string, sheet: XlsxSheet, rows: Rows): WebReply {
  return named(reply, fileName).type(MEDIA_TYPES.xlsx).send(xlsxFile(sheet, rows));
}

/** Answers with such a file that is made elsewhere; its name without what stands behind the dot. */
export function sendTable(
  reply: WebReply,
  name: string,
  format: keyof typeof MEDIA_TYPES,
  file: Readable,
): WebReply {
  return named(reply, `${name}.${format}`).type(MEDIA_TYPES[format]).send(file);
}

function named(reply: WebReply, fileName: string): WebReply {
  return reply
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store');
}
