import type { Locale } from './locale.js';

/** The six kinds of user of DOMAIN's role table, in the order in which screens list them. */
export const roles = [
  'coordinator',
  'contact',
  'trainer',
  'professional',
  'finance',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who asks: the first argument of every use case, and what row-level security is told. */
export interface Actor {
  readonly role: Role | 'system';
  readonly accountId: string | null;
  readonly regionId: string | null;
  readonly municipalityId: string | null;
  readonly professionalId: string | null;
  readonly trainerId: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly regionName: string | null;
  /** Whether the region holds example data, which every page then says. */
  readonly regionIsDemo: boolean;
}

/** The platform itself: jobs, sign-in before anyone is known, and decisions that weigh everyone's rows. */
export const systemActor: Actor = {
  role: 'system',
  accountId: null,
  regionId: null,
  municipalityId: null,
  professionalId: null,
  trainerId: null,
  name: 'Leerlijn',
  locale: 'nl',
  regionName: null,
  regionIsDemo: false,
};
