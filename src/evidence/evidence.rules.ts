import type { CreditReason } from '../grants/settlement.rules.js';
import type { DecisionKind } from '../grants/decision.rules.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';

/** What an accountant looks for and may not find, in the order in which it is told. */
export const gapKinds = [
  'draft-statement',
  'incomplete-annex',
  'no-award-decision',
  'no-decision-document',
  'not-closed',
  'no-signed-sheet',
  'empty-roster',
  'no-certificates',
  'not-invoiced',
  'no-invoice-document',
  'changed-file',
  'lost-file',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** What is missing of the statement itself: it may still change, or does not say yet what it is about. */
export function statementGaps(statement: {
  readonly isKept: boolean;
  readonly isAnnexComplete: boolean;
}): GapKind[] {
  return told({
    'draft-statement': !statement.isKept,
    'incomplete-annex': !statement.isAnnexComplete,
  });
}

/** What is missing of a grant: the decision that awarded it, where it came in by a list. */
export function grantGaps(decisions: readonly { readonly kind: DecisionKind }[]): GapKind[] {
  return told({ 'no-award-decision': !decisions.some(({ kind }) => kind === 'award') });
}

export function decisionGaps({ documents }: { readonly documents: readonly unknown[] }): GapKind[] {
  return told({ 'no-decision-document': documents.length === 0 });
}

/** What decides about what is missing of a session. Amounts are cents. */
export interface SessionFacts {
  readonly status: SessionStatus;
  /** Spent in the year. */
  readonly realisedCents: bigint;
  /** Still reserved of its commitment, of whatever year. */
  readonly openCents: bigint;
  readonly sheets: readonly unknown[];
  /** How many had a seat. */
  readonly people: number;
  readonly certificates: number;
}

/** What is missing of a session. One that was called off has no list that could be signed, and may still cost money. */
export function sessionGaps(facts: SessionFacts): GapKind[] {
  const { status, realisedCents, openCents, sheets, people, certificates } = facts;
  const isClosed = status === 'closed';
  return told({
    'not-closed': !isClosed && status !== 'cancelled',
    'no-signed-sheet': status !== 'cancelled' && realisedCents !== 0n && sheets.length === 0,
    'empty-roster': isClosed && people === 0,
    'no-certificates': isClosed && people > 0 && certificates === 0,
    'not-invoiced': openCents > 0n,
  });
}

export function orderGaps({ openCents }: { readonly openCents: bigint }): GapKind[] {
  return told({ 'not-invoiced': openCents > 0n });
}

/** What is missing of an invoice or credit note. What we took back because we booked it wrongly, no supplier sent. */
export function invoiceGaps(invoice: {
  readonly document: unknown;
  readonly reason: CreditReason | null;
}): GapKind[] {
  return told({
    'no-invoice-document': invoice.document === null && invoice.reason !== 'booked-wrongly',
  });
}

/** What was booked, in cents: reserved less what was released, and spent. */
export interface Booked {
  readonly committedCents: bigint;
  readonly realisedCents: bigint;
}

export function totalBooked(parts: readonly Booked[]): Booked {
  return {
    committedCents: parts.reduce((sum, { committedCents }) => sum + committedCents, 0n),
    realisedCents: parts.reduce((sum, { realisedCents }) => sum + realisedCents, 0n),
  };
}

/** What one ZIP of the format that every program reads holds at most, less room for what is made besides. */
const MOST_BYTES = 3_500_000_000;
const MOST_FILES = 60_000;

/** Whether so many kept files, of so many bytes together, fit in one evidence file. */
export function fitsInOneFile(kept: { readonly files: number; readonly bytes: number }): boolean {
  return kept.files <= MOST_FILES && kept.bytes <= MOST_BYTES;
}

/** Numbers of bookings in a few words: those that follow on each other as a range. They come in order, without repeats. */
export function rangesOf(numbers: readonly string[]): string {
  const ranges: { first: bigint; last: bigint }[] = [];
  for (const number of numbers.map(BigInt)) {
    const range = ranges.at(-1);
    if (range?.last === number - 1n) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join(', ');
}

function told(gaps: Partial<Record<GapKind, boolean>>): GapKind[] {
  return gapKinds.filter((kind) => gaps[kind] === true);
}
