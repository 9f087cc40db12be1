import type { Role } from '../shared/actor.js';

/** What a session and its course ask of who wants a place. */
export interface AdmissionTerms {
  readonly approval: 'none' | 'contact' | 'organisation';
  readonly audience: 'public' | 'by-invitation' | 'in-company';
  /** For which organisation an in-company session is. */
  readonly organisationId: string | null;
}

/** Someone for whom a place is asked, held against those terms. */
export interface Candidate {
  readonly organisationId: string;
  /** Whether there is a valid certificate, or a recognition, of the level that the course asks for. */
  readonly hasEntryLevel: boolean;
  /** The session of the course in which someone has or awaits a place, where that may be one at a time. */
  readonly otherRun: object | null;
  readonly isInvited: boolean;
}

export type AdmissionRefusal =
  'not-invited' | 'other-organisation' | 'entry-level-missing' | 'already-in-course';

/**
 * What keeps someone out of a session, or null. Whom a contact or coordinator enrols is invited by that; a coordinator
 * may let anyone into an in-company session, and someone without the entry level for a reason that is written down, the
 * override.
 */
export function admissionRefusal(
  role: Role | 'system',
  terms: AdmissionTerms,
  candidate: Candidate,
  override: boolean,
): AdmissionRefusal | null {
  const { audience, organisationId } = terms;
  if (audience === 'by-invitation' && role === 'professional' && !candidate.isInvited) return 'not-invited';
  if (audience === 'in-company' && role !== 'coordinator' && candidate.organisationId !== organisationId)
    return 'other-organisation';
  if (candidate.otherRun) return 'already-in-course';
  if (!candidate.hasEntryLevel && !override) return 'entry-level-missing';
  return null;
}

/** Whether someone decides first, in the municipality or the organisation: only about who asks for a place themself. */
export function needsApproval(
  role: Role | 'system',
  { approval }: Pick<AdmissionTerms, 'approval'>,
): boolean {
  return approval !== 'none' && role === 'professional';
}
