/** Why a mail was never sent: an address that does not exist, or newer news about the same enrolment. */
export type WithdrawnReason = 'address-dead' | 'overtaken' | 'cancelled' | 'moved' | 'called-off';

/** What newer news makes of older mail: for which reasons that was written (null: any), and why it is withdrawn. */
export interface Overtakes {
  readonly reasons: readonly string[] | null;
  readonly because: Exclude<WithdrawnReason, 'address-dead'>;
}
