/** A part of another session in which someone has a seat; date and times are local. */
export interface Elsewhere {
  readonly sessionId: string;
  readonly course: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
}

/** Who has a seat elsewhere at the time of a session, by professional. */
export type Busy = ReadonlyMap<string, Elsewhere>;

/** Whether a deed gives someone a seat or a place in line for one; giving up a place never needs anyone's time. */
function takesTime(kind: string): boolean {
  return ['enrol', 'giveSeat', 'approve', 'acceptOffer', 'substitute', 'transferIn'].includes(kind);
}

/** What keeps someone from what is asked for them: a seat in another session at the same time, to be cancelled first. */
export function inTheWay(kind: string, professionalId: string, busy: Busy): Elsewhere | null {
  return takesTime(kind) ? (busy.get(professionalId) ?? null) : null;
}

/** Those of a waiting list who can have a seat now. The others keep their place in it, until they are free again. */
export function whoCanCome<Waiting extends { readonly professionalId: string }>(
  waiting: readonly Waiting[],
  busy: Busy,
): Waiting[] {
  return waiting.filter(({ professionalId }) => !busy.has(professionalId));
}
