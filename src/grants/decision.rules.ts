import type { LinePayer } from './award.rules.js';

export const decisionKinds = ['award', 'amendment', 'shift'] as const;
/** The state awards what was applied for or changes its award, or the region shifts money or trainings. */
export type DecisionKind = (typeof decisionKinds)[number];

/** One side of a shift: a budget of one municipality on one line; null is what of the award is not divided yet. */
export interface AskedPlace {
  readonly grantLineId: string;
  readonly municipalityId: string;
}

/** The same with the year that the line is of, and whether the grant pays it or the municipalities themselves. */
export interface Place extends AskedPlace {
  readonly year: number;
  readonly paidBy: LinePayer;
}

/** What moves from one place to another within a grant: money, trainings of one course, or both. */
export interface Shift<At extends AskedPlace = Place> {
  readonly from: At | null;
  readonly to: At | null;
  /** Whole cents, 0 or more. */
  readonly amountCents: bigint;
  readonly courseId: string | null;
  /** 0 or more; 0 without a course. */
  readonly trainings: number;
}

export interface BudgetChange extends AskedPlace {
  readonly amountCents: bigint;
}

export interface AllotmentChange {
  readonly year: number;
  readonly municipalityId: string;
  readonly courseId: string;
  readonly trainings: number;
}

/** What there is to take from: free on the budget, or not divided yet; and trainings that no session used. */
export interface Available {
  readonly freeCents: bigint;
  /** Null where nothing limits them: an award is not in trainings. */
  readonly trainingsLeft: number | null;
}

export type ShiftFault =
  | 'shift-of-nothing'
  | 'shift-to-itself'
  | 'shift-of-trainings-within'
  | 'shift-of-own-money'
  | 'shift-over-budget'
  | 'shift-over-allotment';

/**
 * What is wrong with a shift, or null. It takes no more than is free, and no training that a session used; trainings are
 * allotted to a municipality for a year and not to a line, so between two lines of one in one year none can move.
 * What municipalities promised to put in is not money of the grant: it becomes more or less, as they decide, from outside.
 */
export function shiftFault(shift: Shift, { freeCents, trainingsLeft }: Available): ShiftFault | null {
  if (shift.amountCents === 0n && shift.trainings === 0) return 'shift-of-nothing';
  if (isSamePlace(shift.from, shift.to)) return 'shift-to-itself';
  if (shift.trainings > 0 && isSameAllotment(shift.from, shift.to)) return 'shift-of-trainings-within';
  if (shift.from && shift.to && shift.from.paidBy !== shift.to.paidBy) return 'shift-of-own-money';
  if (shift.amountCents > 0n && shift.amountCents > freeCents) return 'shift-over-budget';
  if (trainingsLeft !== null && shift.trainings > trainingsLeft) return 'shift-over-allotment';
  return null;
}

/** What a shift does to budgets; together nothing, unless one side is what is not divided yet. What is taken comes first. */
export function budgetChanges({ from, to, amountCents }: Shift): BudgetChange[] {
  if (amountCents === 0n) return [];
  const at = ({ grantLineId, municipalityId }: Place) => ({ grantLineId, municipalityId });
  return [
    ...(from ? [{ ...at(from), amountCents: -amountCents }] : []),
    ...(to ? [{ ...at(to), amountCents }] : []),
  ];
}

/** What a shift does to allotments. */
export function allotmentChanges({ from, to, courseId, trainings }: Shift): AllotmentChange[] {
  if (courseId === null || trainings === 0) return [];
  return [
    ...(from
      ? [{ year: from.year, municipalityId: from.municipalityId, courseId, trainings: -trainings }]
      : []),
    ...(to ? [{ year: to.year, municipalityId: to.municipalityId, courseId, trainings }] : []),
  ];
}

/** What is wrong with a new amount of an award (cents), or null: it is another one, and holds what is divided. */
export function amendmentFault(
  newCents: bigint,
  award: { readonly amountCents: bigint; readonly dividedCents: bigint },
): 'amendment-of-nothing' | 'amendment-below-divided' | null {
  if (newCents === award.amountCents) return 'amendment-of-nothing';
  const isLower = newCents < award.amountCents;
  return isLower && newCents < award.dividedCents ? 'amendment-below-divided' : null;
}

function isSameAllotment(one: Place | null, other: Place | null): boolean {
  return one?.municipalityId === other?.municipalityId && one?.year === other?.year;
}

function isSamePlace(one: Place | null, other: Place | null): boolean {
  return one?.grantLineId === other?.grantLineId && one?.municipalityId === other?.municipalityId;
}
