import { isZip, type Line } from './csv-lines.js';
import { parseDateStyles, parseFrom1904, parseSheet, parseSheetNames, parseTexts } from './xlsx-parts.js';
import { ZipArchive, ZipError } from './zip-archive.js';

export type WorkbookProblem =
  'not-a-workbook' | 'old-or-locked' | 'macros' | 'too-large' | 'damaged' | 'empty' | 'too-many-rows';

export type WorkbookRead =
  | { readonly ok: true; readonly sheet: string; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly problem: WorkbookProblem };

/** What we read of a workbook unpacks to at most: several times a list of a thousand lines with everything on it. */
const MAX_UNPACKED = 8 * 1024 * 1024;

const refused = (problem: WorkbookProblem) => ({ ok: false, problem }) as const;

/**
 * Reads the first sheet of an Excel file that shows something, as texts: what one sees, so no hidden sheets and rows.
 * Of a formula it takes what Excel kept as its result; nothing is calculated and nothing is run.
 *
 * Not by ExcelJS, which writes our workbooks: as a reader it makes an object of every cell that a named or merged range
 * covers, and a range of whole columns, as people make them, then holds up the process for minutes.
 */
export function readWorkbook(bytes: Buffer, maxLines: number): WorkbookRead {
  if (bytes.length === 0) return refused('empty');
  if (isCompoundFile(bytes)) return refused('old-or-locked');
  if (!isZip(bytes)) return refused('not-a-workbook');
  try {
    return readSheets(new ZipArchive(bytes, MAX_UNPACKED), maxLines);
  } catch (error) {
    if (error instanceof ZipError) return refused(error.problem);
    throw error;
  }
}

/** Excel before 2007, and every workbook with a password. */
export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0;
}

function readSheets(archive: ZipArchive, maxLines: number): WorkbookRead {
  if (archive.names.some((name) => /vbaProject/i.test(name))) return refused('macros');
  const book = archive.text('xl/workbook.xml');
  const relations = archive.text('xl/_rels/workbook.xml.rels');
  if (book === null || relations === null) return refused('not-a-workbook');
  const workbook = {
    texts: parseTexts(archive.text('xl/sharedStrings.xml') ?? '<sst/>'),
    dateStyles: parseDateStyles(archive.text('xl/styles.xml') ?? '<styleSheet/>'),
    from1904: parseFrom1904(book),
  };
  for (const { name, path } of parseSheetNames(book, relations)) {
    const sheet = archive.text(path);
    const lines = sheet === null ? [] : parseSheet(sheet, workbook, maxLines + 1);
    if (lines.length > maxLines) return refused('too-many-rows');
    if (lines.length > 0) return { ok: true, sheet: name, lines };
  }
  return refused('empty');
}
