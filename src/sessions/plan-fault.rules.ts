export type FaultReason =
  | 'unknown'
  | 'timeSkipped'
  | 'endsBeforeStart'
  | 'inPast'
  | 'beforePrevious'
  | 'afterNext'
  | 'noTimeToTravel'
  | 'placeMissing'
  | 'linkForRoom'
  | 'minimumOverCapacity'
  | 'reservedOverCapacity'
  | 'capacityOverRoom'
  | 'municipalityTwice'
  | 'holderTwice'
  | 'termAfterStart'
  | 'organisationMissing'
  | 'releaseAfterStart'
  | 'decideAfterStart'
  | 'priceMissing'
  | 'trainerGivesOther'
  | 'outsideEligibleDays';

/** Why a plan cannot be; `path` is the place of the value in the plan. */
export interface PlanFault {
  readonly path: readonly (string | number)[];
  readonly reason: FaultReason;
  readonly params?: Readonly<Record<string, string | number>>;
}

export function fault(
  path: PlanFault['path'],
  reason: FaultReason,
  params: Readonly<Record<string, string | number>> = {},
): PlanFault {
  return { path, reason, params };
}

/** The same faults of something that stands at this path in the plan. */
export const within = (path: PlanFault['path'], faults: readonly PlanFault[]): PlanFault[] =>
  faults.map((found) => ({ ...found, path: [...path, ...found.path] }));
