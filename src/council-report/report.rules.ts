import type { Verdict } from '../evaluation/effect.rules.js';
import { moments, type HalfYear, type Moment } from './half-year.rules.js';

/** The chapters of a report, in their order. */
export const chapters = ['reach', 'trainings', 'coverage', 'follow-up', 'effect', 'spend'] as const;
export type Chapter = (typeof chapters)[number];

/** The longest text that a coordinator writes in a chapter, in characters. */
export const LONGEST_TEXT = 3_000;

/** The tables of each chapter, in their order. */
export const tablesIn = {
  reach: ['reach-municipality', 'reach-function', 'reach-level'],
  trainings: ['trainings-municipality', 'trainings-course'],
  coverage: ['coverage-municipality', 'coverage-function'],
  'follow-up': ['follow-up'],
  effect: ['effect-after', 'effect-later'],
  spend: ['spend'],
} as const satisfies Record<Chapter, readonly string[]>;
export type TableCode = (typeof tablesIn)[Chapter][number];

/** What the numbers of a column are. A count that is null is hidden; of the others null says that there is none. */
export type ColumnKind = 'count' | 'trainings' | 'cents' | 'mean' | 'difference' | 'verdict';

/** What each column counts or says. */
export const columnKinds = {
  ...{ people: 'count', participations: 'count', allotted: 'trainings', used: 'trainings' },
  ...{ asked: 'count', covered: 'count', lacking: 'count', invited: 'count', attended: 'count' },
  ...{ answersBefore: 'trainings', meanBefore: 'mean', answersThen: 'trainings', meanThen: 'mean' },
  ...{ difference: 'difference', verdict: 'verdict' },
  ...{ budget: 'cents', spent: 'cents', reserved: 'cents', free: 'cents' },
} as const satisfies Record<string, ColumnKind>;
export type ColumnCode = keyof typeof columnKinds;

export interface Column {
  readonly code: ColumnCode;
  readonly moment: Moment;
}

/** Cents, counts and means are numbers. */
export type Cell = number | Verdict | null;

/** What a line is about, in Dutch, and in English where it has a name there. */
export interface Label {
  readonly nl: string;
  readonly en: string | null;
}

export interface Line {
  readonly label: Label;
  /** Whether an amount or number in it is invented. */
  readonly isDemo: boolean;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly code: TableCode;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** The cells of all lines together; null where they do not add up. */
  readonly total: readonly Cell[] | null;
}

/** The figures of a half-year, of the region or of one municipality: only what may be shown. As JSON it is what is kept. */
export interface Figures {
  readonly halfYear: HalfYear;
  /** The name of the region, or of the municipality. */
  readonly place: string;
  /** The local date on which the figures were counted, for what changes by the day. */
  readonly countedOn: string;
  readonly tables: readonly Table[];
}

/** Whom a report is about: everyone, or one municipality. */
export interface Scope {
  readonly municipalityId: string | null;
}

/** A municipality, function, level or course by its id, with its name. */
export interface Named extends Label {
  readonly id: string;
}

/** Columns of these codes, each for the half-year and the two that it is compared with. */
export const atEachMoment = (...codes: readonly ColumnCode[]): Column[] =>
  codes.flatMap((code) => moments.map((moment) => ({ code, moment })));

/** Columns of these codes for the half-year itself. */
export const now = (...codes: readonly ColumnCode[]): Column[] =>
  codes.map((code) => ({ code, moment: 'now' }));
