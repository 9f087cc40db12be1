import type { FactName } from '../../facts.js';
import type { NamedIn } from '../../messages.js';

/** Every job has a name for people in `jobs.messages.ts`. */
type JobName = NamedIn<'job'>;

/** Which jobs follow which fact, and which jobs come back by themselves; the root's subscriptions.ts fills it in. */
export interface Schedule {
  readonly subscriptions: Readonly<Partial<Record<FactName, readonly JobName[]>>>;
  readonly recurring: readonly { readonly name: JobName; readonly everySeconds: number }[];
}

/** Injection token of the Schedule. */
export const SCHEDULE = Symbol('SCHEDULE');
