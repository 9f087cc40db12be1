import type { CourseLevel } from '../courses/course-level.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { newId } from '../shared/ids.js';
import { certificateDocument } from './certificate-document.js';
import type { Certificate } from './certificate.entity.js';
import { drawNumber } from './certificate.rules.js';

/** A certificate of which the file is still to be written. */
export type DrawnCertificate = Omit<Certificate, 'pdf' | 'sha256' | 'document' | 'level'> & {
  readonly level: CourseLevel;
  readonly document: ReturnType<typeof certificateDocument>;
};

/** Whose certificate it is and what of, as it is copied onto the paper. */
export type Given = Omit<
  DrawnCertificate,
  'id' | 'number' | 'issuedAt' | 'document' | 'revokedAt' | 'revocationReason' | 'source' | 'earlierNumber'
>;

/** Gives a certificate its number and its words; `publicUrl` is where it can be checked. */
export function drawCertificate(
  given: Given,
  issuedAt: Date,
  publicUrl: string,
  t: Translate,
): DrawnCertificate {
  const { issuedOn, validUntil } = given;
  const number = drawNumber(Number(issuedOn.slice(0, 4)));
  const issue = { number, issuedOn, validUntil, checkUrl: `${publicUrl}/check/${number}` };
  return {
    ...given,
    ...{ number, issuedAt, document: certificateDocument(given, issue, t) },
    ...{ id: newId(issuedAt), revokedAt: null, revocationReason: null },
    ...{ source: null, earlierNumber: null },
  };
}

export const wordsOf = ({ document, issuedAt }: DrawnCertificate) => ({ ...document, issuedAt });
