import type { FactName } from '../../facts.js';

/** Which jobs follow which fact, and which jobs come back by themselves; the root's subscriptions.ts fills it in. */
export interface Schedule {
  readonly subscriptions: Readonly<Partial<Record<FactName, readonly string[]>>>;
  readonly recurring: readonly { readonly name: string; readonly everySeconds: number }[];
}

/** Injection token of the Schedule. */
export const SCHEDULE = Symbol('SCHEDULE');
