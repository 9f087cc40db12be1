import type { WithdrawnReason } from '../../shared/message-status.js';

/** What newer news makes of older mail: for which reasons that was written (null: whatever it was), and why it is withdrawn. */
export interface Overtakes {
  readonly reasons: readonly string[] | null;
  readonly because: Exclude<WithdrawnReason, 'address-dead'>;
}
