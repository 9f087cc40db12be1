import { parseLines, readCsvLines, isZip, type LinesProblem } from '../platform/files/csv-lines.js';
import { isCompoundFile, readWorkbook, type WorkbookProblem } from '../platform/files/xlsx-lines.js';
import { LARGEST_GROUP, peopleOf, type ListedPerson, type ListLine } from './group-list.rules.js';

export type ListProblem = LinesProblem | WorkbookProblem;

/** Whom a list names, or why it cannot be read; the line where it is about one. */
export type ListRead =
  | {
      readonly ok: true;
      /** The tab of the workbook that was read; null where there are no tabs. */
      readonly sheet: string | null;
      /** The lines as text, to be put right by hand, and to be read again. */
      readonly text: string;
      readonly people: readonly ListedPerson[];
    }
  | { readonly ok: false; readonly problem: ListProblem; readonly line: number | null };

/** The names of the columns and a title come on top of the people. */
const reading = { maxLines: LARGEST_GROUP + 10, byHand: true };

/** Reads what someone pasted. */
export function readPasted(text: string): ListRead {
  const read = parseLines(text, reading);
  return read.ok ? listOf(read.lines, null, text) : read;
}

/** Reads an Excel file or a CSV file: by what is in it, whatever its name says. */
export function readListFile(bytes: Buffer): ListRead {
  if (!isZip(bytes) && !isCompoundFile(bytes)) {
    const read = readCsvLines(bytes, reading);
    return read.ok ? listOf(read.lines, null, textOf(read.lines)) : read;
  }
  const read = readWorkbook(bytes, reading.maxLines);
  return read.ok ? listOf(read.lines, read.sheet, textOf(read.lines)) : { ...read, line: null };
}

function listOf(lines: readonly ListLine[], sheet: string | null, text: string): ListRead {
  const people = peopleOf(lines);
  if (people.length === 0) return { ok: false, problem: 'empty', line: null };
  if (people.length > LARGEST_GROUP) return { ok: false, problem: 'too-many-rows', line: null };
  return { ok: true, sheet, text, people };
}

/** The lines of a file as someone would paste them. */
const textOf = (lines: readonly ListLine[]): string =>
  lines.map(({ cells }) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t')).join('\n');
