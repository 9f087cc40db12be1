import type { Change, Outcome, RowResult } from '../platform/database/register.js';
import type { Fault } from './fault.js';
import type { CheckedLine } from './import-kind.js';
import type { ImportKindName } from './import-kind-names.rules.js';

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** What became of a file, or would become of it. */
export interface FileResult {
  readonly fileName: string;
  readonly sha256: string;
  /** Null when the header tells of no kind we know. */
  readonly kind: ImportKindName | null;
  readonly columns: readonly string[];
  readonly rows: number;
  /** In the order of the lines; with any fault nothing of the whole import is saved. */
  readonly faults: readonly Fault[];
  /** Null when the file could not be held against the register because of faults. */
  readonly counts: Counts | null;
  /** The first rows that are new or changed, then the first of the rest. */
  readonly sample: readonly SampleRow[];
}

export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: Outcome;
  /** What differs from what stands now; an id stands as the name of what it is of. */
  readonly changes: readonly Change[];
}

const SAMPLE_SIZE = 20;

export function countOutcomes(results: readonly RowResult[]): Counts {
  const count = (wanted: Outcome) => results.filter(({ outcome }) => outcome === wanted).length;
  return { added: count('added'), changed: count('changed'), same: count('same') };
}

export function sampleOf(lines: readonly CheckedLine[], results: readonly RowResult[]): SampleRow[] {
  const rows = lines.map(({ line, cells }, index) => ({ line, cells, ...results[index]! }));
  const telling = rows.filter(({ outcome }) => outcome !== 'same');
  return [...telling, ...rows.filter(({ outcome }) => outcome === 'same')].slice(0, SAMPLE_SIZE);
}

/** Faults as one reads a file: from the top down. */
export function inLineOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
