import { localDateOf } from '../shared/local-date.js';
import { waveMoments, type Cohort, type WavePlan } from './follow-up.rules.js';

/** More than a region will want, and few enough for a page. */
export const MOST_WAVES = 50;

/** What a coordinator launches. */
export interface CampaignPlan extends WavePlan {
  readonly title: string;
  /** The follow-up days that people can choose from. */
  readonly sessionIds: readonly string[];
  readonly cohort: Cohort;
}

/** What a plan is held against. */
export interface CampaignSetting {
  readonly now: Date;
  /** The days in which people can enrol now, with the instant from which they cannot. */
  readonly days: ReadonlyMap<string, Date>;
  /** The courses, municipalities, functions and organisations that the plan names and the region has. */
  readonly known: ReadonlySet<string>;
}

export type CampaignFaultReason = 'notOpen' | 'windowOrder' | 'firstInPast' | 'firstTooLate' | 'unknown';

/** Why a campaign cannot be launched; `path` is the field. */
export interface CampaignFault {
  readonly path: keyof Omit<CampaignPlan, 'cohort'> | keyof Cohort;
  readonly reason: CampaignFaultReason;
}

/** Everything that is wrong with a plan; empty when it can be launched. */
export function campaignFaults(plan: CampaignPlan, setting: CampaignSetting): CampaignFault[] {
  const { sessionIds, cohort, firstOn } = plan;
  const { now } = setting;
  const isOpen = sessionIds.every((id) => setting.days.has(id));
  const isTooLate = () => waveMoments(plan, { now, until: lastMoment(plan, setting), most: 1 }).length === 0;
  const named = ['courseIds', 'municipalityIds', 'functionIds', 'organisationIds'] as const;
  const faults: (CampaignFault | false)[] = [
    !isOpen && { path: 'sessionIds', reason: 'notOpen' },
    cohort.trainedUntil < cohort.trainedFrom && { path: 'trainedUntil', reason: 'windowOrder' },
    firstOn < localDateOf(now) && { path: 'firstOn', reason: 'firstInPast' },
    isOpen && isTooLate() && { path: 'firstOn', reason: 'firstTooLate' },
    ...named.map(
      (path) => cohort[path].some((id) => !setting.known.has(id)) && { path, reason: 'unknown' as const },
    ),
  ];
  return faults.filter((fault) => fault !== false);
}

/** The instant from which nobody can enrol in any day of a plan whose days are open. */
export function lastMoment({ sessionIds }: CampaignPlan, { days }: Pick<CampaignSetting, 'days'>): Date {
  return new Date(Math.max(...sessionIds.map((id) => days.get(id)!.getTime())));
}
