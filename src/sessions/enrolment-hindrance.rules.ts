import { admissionRefusal, type AdmissionRefusal, type AdmissionTerms } from './admission.rules.js';

/** What would keep someone out who asks for a seat themself, as far as it is known before asking. */
export type Hindrance = Exclude<AdmissionRefusal, 'entry-level-missing'>;

/** A session and the professional who looks at it. */
export interface Looking extends Omit<AdmissionTerms, 'approval'> {
  /** Null for who is no professional. */
  readonly reader: {
    readonly organisationId: string;
    readonly isInvited: boolean;
    /** The reader's enrolment in another session of a course that allows one at a time. */
    readonly otherEnrolmentId: string | null;
  } | null;
}

/** What keeps the reader from enrolling in this session, or null; the same rule refuses whoever asks all the same. */
export function hindranceOf({ audience, organisationId, reader }: Looking): Hindrance | null {
  if (!reader) return null;
  const { isInvited, otherEnrolmentId } = reader;
  const otherRun = otherEnrolmentId === null ? null : { otherEnrolmentId };
  const candidate = { organisationId: reader.organisationId, hasEntryLevel: true, otherRun, isInvited };
  const refused = admissionRefusal(
    'professional',
    { approval: 'none', audience, organisationId },
    candidate,
    false,
  );
  return refused === 'entry-level-missing' ? null : refused;
}
