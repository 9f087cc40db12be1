import type { Rows } from '../files/cell.js';
import { csvLines } from '../files/csv-file.js';
import { xlsxFile, type XlsxSheet } from '../files/xlsx-file.js';
import type { WebReply } from './request.js';

/** Answers with a CSV file of this name, of which nothing stays with the browser but what the reader saves. */
export function sendCsv(reply: WebReply, fileName: string, header: readonly string[], rows: Rows): WebReply {
  return named(reply, fileName).type('text/csv; charset=utf-8').send(csvLines(header, rows));
}

/** Answers with the same as a workbook of one sheet. */
export function sendXlsx(reply: WebReply, fileName: string, sheet: XlsxSheet, rows: Rows): WebReply {
  return named(reply, fileName)
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .send(xlsxFile(sheet, rows));
}

function named(reply: WebReply, fileName: string): WebReply {
  return reply
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store');
}
