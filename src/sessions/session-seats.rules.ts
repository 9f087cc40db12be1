import type { PlanRoom } from './part-plan.rules.js';
import { fault, type PlanFault } from './plan-fault.rules.js';
import { capacityFaults, releaseFaults, tooSmallFaults, twiceFaults } from './session-plan.rules.js';

/** For whom seats are held until the release date. */
export interface SeatQuotas {
  readonly quotas: readonly { readonly municipalityId: string; readonly seats: number }[];
  readonly functionQuotas: readonly { readonly functionId: string; readonly seats: number }[];
  readonly organisationQuotas: readonly { readonly organisationId: string; readonly seats: number }[];
}

/** The seats of a session, for whom they are held, and until when people can come and go. */
export interface SeatsPlan extends SeatQuotas {
  readonly capacity: number;
  readonly minimum: number;
  readonly releaseOn: string;
  readonly enrolUntil: string | null;
  readonly cancelUntil: string | null;
  readonly organisationId: string | null;
}

/** What a plan of seats is held against. */
export interface SeatsSetting {
  readonly firstDate: string;
  readonly smallestRoom: Pick<PlanRoom, 'name' | 'capacity'> | null;
  readonly audience: 'public' | 'by-invitation' | 'in-company';
  /** The ids of municipalities, functions and organisations that the plan names and the region has. */
  readonly known: ReadonlySet<string>;
}

/** What is wrong with other seats and terms for a session whose parts stay as they are. */
export function resizeFaults(seats: SeatsPlan, setting: SeatsSetting): PlanFault[] {
  const { quotas, functionQuotas, organisationQuotas } = seats;
  const municipalities = quotas.map(({ municipalityId }) => municipalityId);
  const functions = functionQuotas.map(({ functionId }) => functionId);
  const organisations = organisationQuotas.map(({ organisationId }) => organisationId);
  return [
    ...organisationFaults(seats, setting),
    ...unknownFaults(municipalities, setting.known, 'quotas', 'municipalityId'),
    ...unknownFaults(functions, setting.known, 'functionQuotas', 'functionId'),
    ...unknownFaults(organisations, setting.known, 'organisationQuotas', 'organisationId'),
    ...capacityFaults(seats, [...quotas, ...functionQuotas, ...organisationQuotas]),
    ...twiceFaults(municipalities, ['quotas'], 'municipalityTwice'),
    ...twiceFaults(functions, ['functionQuotas'], 'holderTwice'),
    ...twiceFaults(organisations, ['organisationQuotas'], 'holderTwice'),
    ...(setting.smallestRoom ? tooSmallFaults(seats.capacity, setting.smallestRoom) : []),
    ...releaseFaults(seats.releaseOn, setting.firstDate),
    ...termFaults(seats, setting),
  ];
}

function organisationFaults({ organisationId }: SeatsPlan, { audience, known }: SeatsSetting): PlanFault[] {
  if (organisationId === null)
    return audience === 'in-company' ? [fault(['organisationId'], 'organisationMissing')] : [];
  const fits = audience === 'in-company' && known.has(organisationId);
  return fits ? [] : [fault(['organisationId'], 'unknown')];
}

function unknownFaults(
  ids: readonly string[],
  known: ReadonlySet<string>,
  list: string,
  field: string,
): PlanFault[] {
  return ids.flatMap((id, index) => (known.has(id) ? [] : [fault([list, index, field], 'unknown')]));
}

function termFaults(seats: SeatsPlan, { firstDate }: SeatsSetting): PlanFault[] {
  return (['enrolUntil', 'cancelUntil'] as const).flatMap((term) =>
    seats[term] !== null && seats[term] > firstDate ? [fault([term], 'termAfterStart')] : [],
  );
}
